/** Attendance in PostgreSQL. */
@NullMarked
package org.daybridge.scheduling.attendance.store;

import org.jspecify.annotations.NullMarked;
