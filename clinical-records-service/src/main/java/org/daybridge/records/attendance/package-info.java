/**
 * Who was at which session and for how many minutes, as scheduling tells: what a note stands on.
 */
@NullMarked
package org.daybridge.records.attendance;

import org.jspecify.annotations.NullMarked;
