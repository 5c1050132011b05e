/**
 * Recurrence after RFC 5545: a wall-clock pattern in a zone, and the instants that it stands for.
 *
 * <p>A session at nine stays at nine when the clocks change: the pattern is expanded on local time,
 * each occurrence is resolved to an instant afterwards.
 */
@NullMarked
package org.daybridge.scheduling.recurrence;

import org.jspecify.annotations.NullMarked;
