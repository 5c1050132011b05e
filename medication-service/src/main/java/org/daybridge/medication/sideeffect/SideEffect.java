package org.daybridge.medication.sideeffect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * One unwanted effect with its severity from 1 (noticed) to 5 (life-threatening). Only added to.
 */
public record SideEffect(
    UUID sideEffectId,
    PatientId patientId,
    @Nullable UUID orderId,
    @Nullable String suspectedDrug,
    String symptom,
    int severity,
    @Nullable LocalDate onsetOn,
    Action action,
    UUID reportedBy,
    Instant reportedAt) {

  /** What was done about it. */
  public enum Action {
    NONE_YET,
    WATCH,
    DOSE_LOWERED,
    HELD,
    STOPPED,
    TREATED,
    EMERGENCY_CARE
  }

  @Override
  public String toString() {
    return "SideEffect[" + sideEffectId + "]";
  }
}
