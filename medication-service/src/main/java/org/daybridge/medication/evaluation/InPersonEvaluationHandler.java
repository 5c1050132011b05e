package org.daybridge.medication.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.daybridge.contract.medication.MedicationEvent.InPersonEvaluationRecorded;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.outbox.Outbox;

/** Keeps an in-person evaluation and announces it. */
@ApplicationScoped
public class InPersonEvaluationHandler {
  private final InPersonEvaluations evaluations;
  private final Outbox outbox;

  InPersonEvaluationHandler(InPersonEvaluations evaluations, Outbox outbox) {
    this.evaluations = evaluations;
    this.outbox = outbox;
  }

  @Transactional
  public void recorded(InPersonEvaluation evaluation, int labels) {
    evaluations.add(evaluation, labels);
    outbox.append(
        new InPersonEvaluationRecorded(
            new MedicationFactId(evaluation.evaluationId()),
            evaluation.patientId(),
            new StaffId(evaluation.evaluatedBy()),
            evaluation.evaluatedOn(),
            evaluation.recordedAt()),
        labels);
  }
}
