package org.daybridge.intake.assessment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.assessment.Assessment;
import org.daybridge.intake.assessment.Assessments;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;

/** Assessments in the database; the form before an amendment goes to the history. */
@ApplicationScoped
class PanacheAssessments implements Assessments {
  private final Jdbi jdbi;

  PanacheAssessments(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Assessment> find(ReferralId referral, AssessmentKind kind) {
    return AssessmentRow.<AssessmentRow>find(
            "referralId = ?1 and kind = ?2", referral.value(), kind.name())
        .firstResultOptional()
        .map(AssessmentRow::toDomain);
  }

  @Override
  public List<Assessment> of(ReferralId referral) {
    return AssessmentRow.<AssessmentRow>find("referralId", referral.value())
        .page(0, 20)
        .list()
        .stream()
        .map(
            row -> {
              AuditTrail.read("Assessment", row.assessmentId, row.patientId);
              return row.toDomain();
            })
        .toList();
  }

  @Override
  public Assessment save(Assessment assessment) {
    AssessmentRow row = AssessmentRow.findById(assessment.id().value());
    boolean fresh = row == null;
    if (row == null) {
      row = new AssessmentRow();
      row.assessmentId = assessment.id().value();
      row.organizationId = Callers.current().organizationId();
    } else {
      keepHistory(assessment);
    }
    row.take(assessment);
    row.assessedBy = Callers.current().principalId();
    row.persistAndFlush();
    if (fresh) {
      AuditTrail.created("Assessment", row.assessmentId, row.patientId);
    } else {
      AuditTrail.updated("Assessment", row.assessmentId, row.patientId);
    }
    return row.toDomain();
  }

  private void keepHistory(Assessment assessment) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into assessment_history (assessment_id, organization_id, patient_id, labels, version,"
                        + " state, summary, diagnoses, deferral_reason, due_on, assessed_by, recorded_at)"
                        + " select assessment_id, organization_id, patient_id, labels, version, state, summary,"
                        + " diagnoses, deferral_reason, due_on, assessed_by, clock_timestamp() from assessment"
                        + " where assessment_id = :id")
                .bind("id", assessment.id())
                .execute());
  }
}
