/** Attendance as FHIR encounters. */
@NullMarked
package org.daybridge.scheduling.attendance.fhir;

import org.jspecify.annotations.NullMarked;
