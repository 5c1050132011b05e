package org.daybridge.medication.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** A practitioner examined a person in the same room (21 U.S.C. 829(e)(2)(B)). */
public record InPersonEvaluation(
    UUID evaluationId,
    PatientId patientId,
    UUID evaluatedBy,
    LocalDate evaluatedOn,
    UUID recordedBy,
    Instant recordedAt) {

  @Override
  public String toString() {
    return "InPersonEvaluation[" + evaluationId + "]";
  }
}
