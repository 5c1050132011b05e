package org.daybridge.scheduling.attendance.rest;

import java.util.List;
import java.util.UUID;
import org.daybridge.scheduling.attendance.Attendance;
import org.daybridge.scheduling.attendance.AttendanceBook.Line;

/** How one person stands at one session. Names come from intake by id. */
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
    List<String> brokenRules) {
  static AttendanceView of(Line line) {
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
        line.brokenRules());
  }
}
