package org.daybridge.medication.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** What a safety check asks about a person and only a clinician can say. */
public record SafetyProfile(
    PatientId patientId,
    int version,
    @Nullable Boolean pregnant,
    @Nullable Integer trimester,
    @Nullable Boolean contraception,
    @Nullable Double weightKg,
    @Nullable Double creatinineClearance,
    @Nullable Double egfr,
    List<String> conditions,
    @Nullable LocalDate lastOpioidUse,
    @Nullable String lastOpioid,
    @Nullable Instant lastAlcohol,
    UUID recordedBy,
    Instant recordedAt) {

  @Override
  public String toString() {
    return "SafetyProfile[" + patientId + "]";
  }
}
