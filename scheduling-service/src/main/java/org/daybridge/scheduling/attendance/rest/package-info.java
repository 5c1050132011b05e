/** Attendance over HTTP. */
@NullMarked
package org.daybridge.scheduling.attendance.rest;

import org.jspecify.annotations.NullMarked;
