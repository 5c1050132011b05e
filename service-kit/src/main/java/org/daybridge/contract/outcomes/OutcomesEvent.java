package org.daybridge.contract.outcomes;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.Id;
import org.daybridge.contract.StepDirection;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.GrantId;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** Facts of outcomes-service, on {@code daybridge.outcomes.v1}. */
public sealed interface OutcomesEvent extends DomainEvent {

  /** An instrument was answered and scored; totals of different versions are never compared. */
  record MeasureRecorded(
      MeasureId measureId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      String instrument,
      String instrumentVersion,
      @Nullable BigDecimal total,
      @Nullable String severity,
      @Nullable BigDecimal changeSinceBaseline,
      Instant answeredAt)
      implements OutcomesEvent {
    @Override
    public Id aggregate() {
      return measureId;
    }
  }

  /** An answer told of risk: a person on duty must see it before {@code acknowledgeBy}. */
  record RiskAlertRaised(
      RiskCaseId riskCaseId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      String level,
      String source,
      Instant raisedAt,
      Instant acknowledgeBy)
      implements OutcomesEvent {
    @Override
    public Id aggregate() {
      return riskCaseId;
    }
  }

  /** A risk case ended with a disposition, never by acknowledgement alone. */
  record RiskAlertClosed(
      RiskCaseId riskCaseId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      String disposition,
      Instant closedAt)
      implements OutcomesEvent {
    @Override
    public Id aggregate() {
      return riskCaseId;
    }
  }

  /** Measures and attendance suggest another level of care; a clinician decides. */
  record StepChangeProposed(
      ProposalId proposalId,
      PatientId patientId,
      EpisodeId episodeId,
      StepDirection direction,
      List<UUID> evidence,
      Instant proposedAt)
      implements OutcomesEvent {
    @Override
    public Id aggregate() {
      return proposalId;
    }
  }

  /** An escalated alert lets the person on duty see the patient for a limited time. */
  record EscalationAccessGranted(
      GrantId grantId,
      UUID principalId,
      PatientId patientId,
      GrantKind kind,
      String purpose,
      int allowedLabels,
      boolean canWrite,
      Instant validFrom,
      @Nullable Instant validTo)
      implements OutcomesEvent {
    @Override
    public Id aggregate() {
      return grantId;
    }
  }

  /** A result or rating of a person was recorded; those who follow it judge it. */
  record ResultRecorded(
      ResultId resultId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      String testCode,
      @Nullable BigDecimal value,
      @Nullable String unit,
      Instant observedAt)
      implements OutcomesEvent {
    @Override
    public Id aggregate() {
      return resultId;
    }
  }
}
