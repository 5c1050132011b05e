package org.daybridge.medication.pdmp;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** Somebody asked a state's program about a person, or tried to; and looked at the answer. */
public record PdmpQuery(
    UUID queryId,
    PatientId patientId,
    String state,
    UUID queriedBy,
    Instant queriedAt,
    boolean reachable,
    @Nullable Integer lookbackDays,
    boolean reviewed) {

  @Override
  public String toString() {
    return "PdmpQuery[" + queryId + "]";
  }
}
