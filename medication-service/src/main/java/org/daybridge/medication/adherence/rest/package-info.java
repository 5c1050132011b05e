/** Adherence over HTTP. */
@NullMarked
package org.daybridge.medication.adherence.rest;

import org.jspecify.annotations.NullMarked;
