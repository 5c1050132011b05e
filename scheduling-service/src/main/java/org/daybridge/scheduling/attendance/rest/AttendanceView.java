package org.daybridge.scheduling.attendance.rest;

import java.util.List;
import java.util.UUID;
import org.daybridge.scheduling.attendance.Attendance;
import org.daybridge.scheduling.attendance.AttendanceBook.Line;

/**
 * How one person stands at one session, with the flag of an open risk case. Names come from intake.
 */
public record AttendanceView(
    UUID attendanceId,
    UUID patientId,
    Attendance.Status status,
    int minutes,
    boolean expected,
    boolean late,
    boolean leftEarly,
    boolean open,
    boolean credited,
    boolean clinical,
    boolean atRisk,
    List<String> brokenRules) {
  static AttendanceView of(Line line, boolean atRisk) {
    Attendance attendance = line.attendance();
    return new AttendanceView(
        line.person().attendance().value(),
        line.person().patient().value(),
        attendance.status(),
        attendance.minutes(),
        line.person().expected(),
        attendance.late(),
        attendance.leftEarly(),
        attendance.open(),
        attendance.credited(),
        line.clinical(),
        atRisk,
        line.brokenRules());
  }
}
