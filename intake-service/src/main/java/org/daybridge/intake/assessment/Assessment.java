package org.daybridge.intake.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.daybridge.contract.intake.AssessmentId;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.IntakeEvent.AssessmentCompleted;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.kit.decision.Decision;

/**
 * One part of the intake assessment of one referral. It is deferred with a reason and a day, or
 * complete; a complete one can be amended, which keeps what was there before.
 */
public record Assessment(
    AssessmentId id,
    PatientId patient,
    ReferralId referral,
    AssessmentKind kind,
    State state,
    int labels,
    long version) {

  /** A diagnosis in ICD-10-CM, the first ranked being the principal one. */
  public record Diagnosis(String code, int rank) {
    /** F10 to F19, which makes the record a Part 2 one also outside a substance-use program. */
    public boolean namesSubstanceUse() {
      return code.matches("F1[0-9].*");
    }
  }

  /** Where this part of the assessment stands. */
  public sealed interface State {
    /** It was made: what was found. */
    record Complete(String summary, List<Diagnosis> diagnoses, Instant at) implements State {
      public Complete {
        diagnoses = List.copyOf(diagnoses);
      }

      @Override
      public String toString() {
        return "Complete[" + at + "]";
      }
    }

    /** It is put off, for a reason, until a day. */
    record Deferred(String reason, LocalDate dueOn) implements State {}

    /** Nobody has begun; there is nothing to keep yet. */
    record NotBegun() implements State {}
  }

  /** Which roles may make which part: the first two need medical training. */
  private static Set<String> assessors(AssessmentKind kind) {
    return switch (kind) {
      case PSYCHIATRIC -> Set.of("prescriber", "clinical_director");
      case MEDICAL -> Set.of("prescriber", "nurse");
      case PSYCHOSOCIAL ->
          Set.of("therapist", "supervisor", "clinical_director", "case_manager", "prescriber");
    };
  }

  /** Completes this part, or amends it. */
  public static Decision<Assessment, IntakeEvent> complete(
      Assessment before, State.Complete found, Set<String> roles) {
    if (roles.stream().noneMatch(assessors(before.kind())::contains)) {
      return Decision.refused(
          "assessor-is-qualified",
          "The "
              + before.kind().name().toLowerCase(java.util.Locale.ROOT)
              + " assessment is made by "
              + String.join(" or ", new java.util.TreeSet<>(assessors(before.kind())))
              + ".");
    }
    Assessment next = before.as(found);
    return Decision.applied(
        next,
        new AssessmentCompleted(
            next.id(), next.patient(), next.referral(), next.kind(), found.at()));
  }

  /** Puts this part off. A complete part can't be put off any more. */
  public static Decision<Assessment, IntakeEvent> defer(
      Assessment before, State.Deferred put, LocalDate today) {
    if (before.version() > 0 && before.state() instanceof State.Complete) {
      return Decision.refusedState(
          "assessment-is-complete", "This part of the assessment is complete; amend it instead.");
    }
    if (!put.dueOn().isAfter(today)) {
      return Decision.refused(
          "deferral-has-a-day-ahead", "The day " + put.dueOn() + " is not ahead.");
    }
    return Decision.applied(before.as(put));
  }

  private Assessment as(State next) {
    return new Assessment(id, patient, referral, kind, next, labels, version);
  }
}
