package org.daybridge.records.traumawork;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.register.Filed;

/** One look at a patient's readiness, and the patient's own word on it. */
public record TraumaReadiness(
    UUID id,
    PatientId patient,
    int labels,
    StaffId checkedBy,
    LocalDate checkedOn,
    LocalDate validThrough,
    Set<Ground> inPlace,
    Optional<Instant> agreedAt,
    Optional<Instant> withdrawnAt)
    implements Filed {

  /** What must be in place, all of it. */
  public enum Ground {
    SAFE_PLACE_TO_LIVE,
    SAFETY_PLAN_SIGNED,
    NO_HIGH_RISK_NOW,
    CAN_CALM_SELF,
    USE_UNDER_CONTROL,
    SUPPORT_OUTSIDE
  }

  private static final Set<String> TRAUMA_FOCUSED =
      Set.of("EMDR", "PE", "PROLONGED EXPOSURE", "CPT", "TF-CBT", "NET");

  public TraumaReadiness {
    inPlace = Set.copyOf(inPlace);
  }

  /** Whether an intervention with this evidence base is trauma-focused. */
  public static boolean needed(String evidenceBase) {
    return TRAUMA_FOCUSED.contains(evidenceBase.strip().toUpperCase(Locale.ROOT));
  }

  public Set<Ground> missing() {
    var missing = EnumSet.allOf(Ground.class);
    missing.removeAll(inPlace);
    return missing;
  }

  public boolean holdsOn(LocalDate day) {
    return missing().isEmpty()
        && agreedAt.isPresent()
        && withdrawnAt.isEmpty()
        && !day.isAfter(validThrough);
  }

  /** The patient agrees once everything is in place, not before. */
  public Decision<TraumaReadiness, Void> agree(Instant at) {
    if (withdrawnAt.isPresent()) {
      return refusedState("trauma-agreement-stands", "it was withdrawn; look at readiness again");
    }
    return missing().isEmpty()
        ? applied(as(agreedAt.or(() -> Optional.of(at)), withdrawnAt))
        : refused("readiness-before-agreement", missing() + " are not in place yet");
  }

  public Decision<TraumaReadiness, Void> withdraw(Instant at) {
    return applied(as(agreedAt, withdrawnAt.or(() -> Optional.of(at))));
  }

  private TraumaReadiness as(Optional<Instant> agreed, Optional<Instant> withdrawn) {
    return new TraumaReadiness(
        id, patient, labels, checkedBy, checkedOn, validThrough, inPlace, agreed, withdrawn);
  }
}
