/** Consents over HTTP. */
@NullMarked
package org.daybridge.intake.consent.rest;

import org.jspecify.annotations.NullMarked;
