package org.daybridge.medication.response;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** A total as outcomes-service told of it. Versions of an instrument are never compared. */
public record OutcomeScore(
    UUID measureId,
    PatientId patientId,
    int labels,
    String instrument,
    String instrumentVersion,
    BigDecimal total,
    @Nullable String severity,
    Instant answeredAt) {

  @Override
  public String toString() {
    return "OutcomeScore[" + measureId + "]";
  }
}
