package org.daybridge.scheduling.enrollment;

import java.time.Instant;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.EnrollmentId;
import org.daybridge.contract.scheduling.SessionId;

/** A patient's seat in one session, or the place in its queue. */
public record Enrollment(
    EnrollmentId id,
    PatientId patient,
    int labels,
    Optional<EpisodeId> episode,
    SessionId session,
    Instant start,
    Instant end,
    State state,
    boolean minor,
    int priority,
    Optional<SessionId> makesUpFor,
    Instant createdAt) {

  /** Whether the seat is held, waited for, offered for a while, or given up. */
  public enum State {
    BOOKED,
    WAITING,
    OFFERED,
    CANCELLED
  }
}
