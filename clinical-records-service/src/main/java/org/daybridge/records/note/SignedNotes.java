package org.daybridge.records.note;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** Which signed notes of a patient are looked for; an empty set of kinds means all of them. */
public record SignedNotes(
    PatientId patient,
    Set<NoteKind> kinds,
    Optional<Instant> signedFrom,
    Optional<Instant> signedTo,
    Optional<Instant> careFrom,
    Optional<Instant> careTo,
    Optional<UUID> after,
    int limit) {

  public SignedNotes {
    kinds = Set.copyOf(kinds);
  }
}
