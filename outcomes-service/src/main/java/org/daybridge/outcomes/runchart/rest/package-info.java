/** Run charts over HTTP. */
@NullMarked
package org.daybridge.outcomes.runchart.rest;

import org.jspecify.annotations.NullMarked;
