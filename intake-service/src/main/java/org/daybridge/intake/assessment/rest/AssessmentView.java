package org.daybridge.intake.assessment.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.intake.AssessmentId;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.assessment.Assessment;
import org.jspecify.annotations.Nullable;

/** One part of an assessment. */
public record AssessmentView(
    AssessmentId id,
    ReferralId referralId,
    AssessmentKind kind,
    boolean complete,
    @Nullable String summary,
    @Nullable List<Assessment.Diagnosis> diagnoses,
    @Nullable Instant completedAt,
    @Nullable String deferralReason,
    @Nullable LocalDate dueOn,
    long version) {

  static AssessmentView of(Assessment assessment) {
    return switch (assessment.state()) {
      case Assessment.State.Complete(var summary, var diagnoses, var at) ->
          new AssessmentView(
              assessment.id(),
              assessment.referral(),
              assessment.kind(),
              true,
              summary,
              diagnoses,
              at,
              null,
              null,
              assessment.version());
      case Assessment.State.Deferred(var reason, var dueOn) ->
          new AssessmentView(
              assessment.id(),
              assessment.referral(),
              assessment.kind(),
              false,
              null,
              null,
              null,
              reason,
              dueOn,
              assessment.version());
      case Assessment.State.NotBegun _ ->
          throw new IllegalStateException("What nobody has begun is not shown.");
    };
  }

  @Override
  public String toString() {
    return "AssessmentView[" + id + "]";
  }
}
