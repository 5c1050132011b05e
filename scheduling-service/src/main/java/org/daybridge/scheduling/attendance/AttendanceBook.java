package org.daybridge.scheduling.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.scheduling.attendance.Roster.Person;
import org.daybridge.scheduling.attendance.Roster.Recorded;

/** The facts of attendance and what they add up to. Facts are appended and never changed. */
public interface AttendanceBook {
  /** Everybody with a seat, or with a fact. */
  Roster roster(SessionId session);

  /** Somebody who is known here, and has neither. */
  Optional<Person> stranger(SessionId session, PatientId patient);

  /** Appends facts of one session. */
  void append(SessionId session, List<Entry> entries, UUID by, Instant now);

  /** Keeps what the facts of these people add up to now. */
  void keep(List<Line> lines);

  /** A fact about somebody, with the rules that it broke. */
  record Entry(Person person, Recorded recorded) {}

  /** One person's attendance with what the ledger needs to know of the session. */
  record Line(
      Person person,
      SessionId session,
      String type,
      Instant start,
      Instant end,
      int scheduledMinutes,
      Attendance attendance,
      boolean clinical,
      boolean billable,
      boolean needsNote,
      List<String> brokenRules,
      Optional<String> announced) {}
}
