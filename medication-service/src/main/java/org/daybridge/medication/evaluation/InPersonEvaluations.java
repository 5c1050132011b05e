package org.daybridge.medication.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** Facts: only added to. */
public interface InPersonEvaluations {
  void add(InPersonEvaluation evaluation, int labels);

  /** The latest first. */
  List<InPersonEvaluation> of(PatientId patient);

  /** The last day on which this practitioner saw the person in the same room. */
  Optional<LocalDate> lastBy(PatientId patient, UUID practitioner);
}
