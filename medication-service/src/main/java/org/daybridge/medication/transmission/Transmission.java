package org.daybridge.medication.transmission;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * One version of an order that was handed over to a certified partner. The partner signs it with
 * the prescriber, sends it and acknowledges; Daybridge itself signs and sends nothing (21 CFR
 * 1311).
 */
public record Transmission(
    UUID transmissionId,
    UUID orderId,
    PatientId patientId,
    int orderVersion,
    UUID handedOverBy,
    Instant handedOverAt,
    @Nullable Acknowledgement acknowledgement) {

  /** What the partner said; the last word counts. */
  public record Acknowledgement(
      Outcome outcome, @Nullable String partnerReference, Instant acknowledgedAt) {}

  /** What became of it. */
  public enum Outcome {
    ACCEPTED,
    SENT,
    REJECTED
  }

  /** Waits, or was refused: somebody has to look. */
  public boolean isUnsettled() {
    return acknowledgement == null || acknowledgement.outcome() == Outcome.REJECTED;
  }

  @Override
  public String toString() {
    return "Transmission[" + transmissionId + "]";
  }
}
