package org.daybridge.intake.assessment.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.AssessmentId;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.assessment.Assessment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/** A part of an assessment as Hibernate keeps it. */
@Entity
@Table(name = "assessment")
@NullUnmarked
class AssessmentRow extends PanacheEntityBase {
  @Id
  @Column(name = "assessment_id")
  UUID assessmentId;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "patient_id")
  UUID patientId;

  int labels;

  @Column(name = "referral_id")
  UUID referralId;

  String kind;
  String state;
  String summary;

  @JdbcTypeCode(SqlTypes.JSON)
  List<Assessment.Diagnosis> diagnoses;

  @Column(name = "deferral_reason")
  String deferralReason;

  @Column(name = "due_on")
  LocalDate dueOn;

  @Column(name = "assessed_by")
  UUID assessedBy;

  @Column(name = "completed_at")
  Instant completedAt;

  @Version long version;

  void take(Assessment assessment) {
    patientId = assessment.patient().value();
    labels = assessment.labels();
    referralId = assessment.referral().value();
    kind = assessment.kind().name();
    switch (assessment.state()) {
      case Assessment.State.Complete(var text, var found, var at) -> {
        state = "COMPLETE";
        summary = text;
        diagnoses = found;
        completedAt = at;
        deferralReason = null;
        dueOn = null;
      }
      case Assessment.State.Deferred(var reason, var due) -> {
        state = "DEFERRED";
        diagnoses = List.of();
        deferralReason = reason;
        dueOn = due;
      }
      case Assessment.State.NotBegun _ ->
          throw new IllegalStateException("What nobody has begun is not kept.");
    }
  }

  Assessment toDomain() {
    Assessment.State is =
        "COMPLETE".equals(state)
            ? new Assessment.State.Complete(summary, diagnoses, completedAt)
            : new Assessment.State.Deferred(deferralReason, dueOn);
    return new Assessment(
        new AssessmentId(assessmentId),
        new PatientId(patientId),
        new ReferralId(referralId),
        AssessmentKind.valueOf(kind),
        is,
        labels,
        version);
  }
}
