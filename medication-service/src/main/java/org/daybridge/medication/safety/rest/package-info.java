/** The safety check over HTTP. */
@NullMarked
package org.daybridge.medication.safety.rest;

import org.jspecify.annotations.NullMarked;
