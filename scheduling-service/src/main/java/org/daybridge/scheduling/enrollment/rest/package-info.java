/** Seats over HTTP. */
@NullMarked
package org.daybridge.scheduling.enrollment.rest;

import org.jspecify.annotations.NullMarked;
