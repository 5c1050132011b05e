package org.daybridge.medication.order;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** A second prescriber's agreement to give one drug in spite of one contraindication. */
public interface OverrideAgreements {

  /** Valid for a day: whoever orders later asks again. */
  record OverrideAgreement(
      UUID agreementId,
      PatientId patientId,
      String rxcui,
      String ruleId,
      UUID agreedBy,
      Instant agreedAt,
      Instant validTo) {}

  void add(OverrideAgreement agreement, int labels);
}
