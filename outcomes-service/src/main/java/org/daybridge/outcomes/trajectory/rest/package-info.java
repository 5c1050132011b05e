/** Trajectory over HTTP. */
@NullMarked
package org.daybridge.outcomes.trajectory.rest;

import org.jspecify.annotations.NullMarked;
