package org.daybridge.records.withholding;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;

/** One note held back from its patient until a day. */
public record Withholding(
    UUID id,
    NoteId note,
    PatientId patient,
    int labels,
    Reason reason,
    StaffId by,
    Instant at,
    Instant endsAt,
    Optional<Instant> liftedAt) {

  /** The grounds that the law allows (45 CFR 164.524(a)(2) and (3)). */
  public enum Reason {
    ENDANGERS_LIFE_OR_SAFETY,
    ENDANGERS_ANOTHER_PERSON,
    CONFIDENTIAL_SOURCE
  }

  /** It ends, and within the rule pack's time, so that somebody looks at it again. */
  public static Decision<Withholding, Void> begin(Withholding proposed, int mostDays) {
    var latest = proposed.at().plus(Duration.ofDays(mostDays));
    if (!proposed.endsAt().isAfter(proposed.at()) || proposed.endsAt().isAfter(latest)) {
      return refused(
          "withholding-ends-in-time", "it ends after now and within " + mostDays + " days");
    }
    return applied(proposed);
  }
}
