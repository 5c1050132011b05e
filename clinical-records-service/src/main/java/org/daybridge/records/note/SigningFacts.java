package org.daybridge.records.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.daybridge.records.signing.Credentials;

/** What the handler looked up before it asked a note to be signed. */
public record SigningFacts(
    Optional<Attendance> attendance,
    PlanStanding plan,
    Credentials credentials,
    NoteLimits limits,
    Instant now,
    LocalDate today) {

  /** What scheduling said about this patient and this session. */
  public record Attendance(Instant startedAt, Instant endedAt, int minutes) {}
}
