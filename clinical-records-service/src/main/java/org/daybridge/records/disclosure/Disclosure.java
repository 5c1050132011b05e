package org.daybridge.records.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.signing.ContentHash;

/** One thing that left the house: what, to whom, why, on which consent, with which notice. */
public record Disclosure(
    UUID id,
    PatientId patient,
    int labels,
    String recipient,
    RecipientClass recipientClass,
    String purpose,
    String what,
    UUID document,
    ContentHash hash,
    List<NoteId> notes,
    Optional<UUID> consent,
    Optional<String> notice,
    StaffId by,
    Instant at) {

  /** Who receives it; a consent may name a class instead of a name (42 CFR 2.31). */
  public enum RecipientClass {
    HEALTH_PLAN,
    TREATING_PROVIDER,
    COURT,
    EMPLOYER,
    OTHER
  }

  /** What goes with every disclosure of substance-use records (42 CFR 2.32, short form). */
  public static final String PART2_NOTICE =
      "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

  public Disclosure {
    notes = List.copyOf(notes);
  }
}
