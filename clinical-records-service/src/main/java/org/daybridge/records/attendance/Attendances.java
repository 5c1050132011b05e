package org.daybridge.records.attendance;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.episode.Episode;

/** Attendance that the caller can see. */
public interface Attendances {

  void save(Attended attended, Episode episode);

  Optional<Attended> find(PatientId patient, SessionId session);

  Set<PatientId> present(SessionId session);

  /** Whether this member of the staff led the session. */
  boolean ledBy(SessionId session, StaffId leader);

  void save(CalendarEntry entry);

  void cancel(SessionId session, Instant at);
}
