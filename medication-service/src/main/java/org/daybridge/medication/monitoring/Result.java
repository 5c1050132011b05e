package org.daybridge.medication.monitoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** A laboratory value, vital sign or rating of a person, followed from outcomes-service. */
public record Result(
    UUID resultId,
    PatientId patientId,
    int labels,
    String code,
    @Nullable BigDecimal value,
    @Nullable String unit,
    LocalDate observedOn,
    Instant observedAt) {

  @Override
  public String toString() {
    return "Result[" + resultId + "]";
  }
}
