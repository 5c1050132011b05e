package org.daybridge.medication.evaluation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.evaluation.InPersonEvaluation;
import org.daybridge.medication.evaluation.InPersonEvaluations;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiInPersonEvaluations implements InPersonEvaluations {
  private static final String RESOURCE = "InPersonEvaluation";

  private final Jdbi jdbi;

  JdbiInPersonEvaluations(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(InPersonEvaluation evaluation, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into in_person_evaluation (evaluation_id, organization_id, patient_id,"
                        + " labels, evaluated_by, evaluated_on, recorded_by, recorded_at) values"
                        + " (:id, :organization, :patient, :labels, :evaluatedBy, :on, :by, :at)")
                .bind("id", evaluation.evaluationId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", evaluation.patientId())
                .bind("labels", labels)
                .bind("evaluatedBy", evaluation.evaluatedBy())
                .bind("on", evaluation.evaluatedOn())
                .bind("by", evaluation.recordedBy())
                .bind("at", evaluation.recordedAt())
                .execute());
    AuditTrail.created(RESOURCE, evaluation.evaluationId(), evaluation.patientId().value());
  }

  @Override
  public List<InPersonEvaluation> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from in_person_evaluation where patient_id = :patient"
                            + " order by evaluated_on desc, evaluation_id desc limit 200")
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new InPersonEvaluation(
                                row.getObject("evaluation_id", UUID.class),
                                patient,
                                row.getObject("evaluated_by", UUID.class),
                                row.getObject("evaluated_on", LocalDate.class),
                                row.getObject("recorded_by", UUID.class),
                                row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                    .list());
    AuditTrail.read(RESOURCE, patient.value(), patient.value());
    return found;
  }

  @Override
  public Optional<LocalDate> lastBy(PatientId patient, UUID practitioner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select evaluated_on from in_person_evaluation where patient_id = :patient"
                        + " and evaluated_by = :by order by evaluated_on desc limit 1")
                .bind("patient", patient)
                .bind("by", practitioner)
                .mapTo(LocalDate.class)
                .findOne());
  }
}
