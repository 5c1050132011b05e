/** Instrument over HTTP. */
@NullMarked
package org.daybridge.outcomes.instrument.rest;

import org.jspecify.annotations.NullMarked;
