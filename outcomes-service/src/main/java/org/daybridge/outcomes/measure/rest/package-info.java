/** Measure over HTTP. */
@NullMarked
package org.daybridge.outcomes.measure.rest;

import org.jspecify.annotations.NullMarked;
