package org.daybridge.medication.adherence;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** Somebody of the team worries about adherence; it stands open until a prescriber answers. */
public record AdherenceConcern(
    UUID concernId,
    PatientId patientId,
    int version,
    @Nullable UUID orderId,
    AdherenceReport.@Nullable Barrier barrier,
    String observation,
    UUID raisedBy,
    Instant raisedAt,
    @Nullable String answer,
    @Nullable UUID answeredBy,
    @Nullable Instant answeredAt) {

  public boolean isOpen() {
    return answeredAt == null;
  }

  @Override
  public String toString() {
    return "AdherenceConcern[" + concernId + "]";
  }
}
