package org.daybridge.medication.supply;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * One supply that was handed out. It is a fact and never refused; one that the prescription does
 * not cover is kept and marked.
 */
public record Fill(
    UUID fillId,
    UUID orderId,
    PatientId patientId,
    int orderVersion,
    LocalDate filledOn,
    int days,
    @Nullable BigDecimal quantity,
    Source source,
    boolean beyondRefills,
    UUID recordedBy,
    Instant recordedAt) {

  /** How it is known. */
  public enum Source {
    PHARMACY,
    PATIENT,
    CLINIC,
    MONITORING_PROGRAM
  }

  @Override
  public String toString() {
    return "Fill[" + fillId + "]";
  }
}
