package org.daybridge.records.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.daybridge.records.signing.Credentials;

/**
 * What the handler looked up before it asked a note to be signed; of attached files, the hashes.
 */
public record SigningFacts(
    Optional<Attendance> attendance,
    PlanStanding plan,
    List<String> attachments,
    Credentials credentials,
    NoteLimits limits,
    Instant now,
    LocalDate today) {

  public SigningFacts {
    attachments = List.copyOf(attachments);
  }

  /** What scheduling said about this patient and this session. */
  public record Attendance(Instant startedAt, Instant endedAt, int minutes) {}
}
