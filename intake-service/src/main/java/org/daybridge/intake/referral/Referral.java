package org.daybridge.intake.referral;

import java.time.Instant;
import java.time.LocalDate;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A request from outside to treat one person. It is open until intake accepts it, which plans the
 * assessment, or declines it with a reason. An accepted referral ends in an admission. Declined and
 * admitted are final: a new request is a new referral.
 */
public record Referral(
    ReferralId id,
    PatientId patient,
    TrackId track,
    Source source,
    Channel channel,
    Urgency urgency,
    Instant firstContactAt,
    Instant receivedAt,
    int labels,
    State state,
    long version) {

  /** Who asks. */
  public enum Source {
    SELF,
    FAMILY,
    PROVIDER,
    HOSPITAL,
    RESIDENTIAL,
    COURT,
    EMPLOYER,
    SCHOOL,
    PAYER,
    OTHER
  }

  /** How it reached the program. */
  public enum Channel {
    PHONE,
    WEB_FORM,
    PROVIDER,
    EHR,
    SELF
  }

  /** How soon somebody must look. */
  public enum Urgency {
    ROUTINE,
    URGENT,
    EMERGENT
  }

  /** Where the referral stands. */
  public sealed interface State {
    /** Nobody has decided yet. */
    record Open() implements State {}

    /** Intake takes it on; the assessment is planned. */
    record Accepted(LocalDate assessmentOn) implements State {}

    /** Intake does not take it on; the person may have been sent elsewhere. */
    record Declined(String reason, @Nullable String sentTo, Instant at) implements State {}

    /** It led to an episode of care. */
    record Admitted() implements State {}
  }

  /** Takes the referral on and plans the assessment. */
  public Decision<Referral, IntakeEvent> accept(LocalDate assessmentOn, LocalDate today) {
    return switch (state) {
      case State.Open _ when assessmentOn.isBefore(today) ->
          Decision.refused(
              "assessment-day-is-ahead", "The assessment day " + assessmentOn + " has passed.");
      case State.Open _ -> Decision.applied(as(new State.Accepted(assessmentOn)));
      case State.Accepted _, State.Declined _, State.Admitted _ -> decided();
    };
  }

  /** Does not take it on. */
  public Decision<Referral, IntakeEvent> decline(
      String reason, @Nullable String sentTo, Instant now) {
    return switch (state) {
      case State.Open _, State.Accepted _ ->
          Decision.applied(as(new State.Declined(reason, sentTo, now)));
      case State.Declined _, State.Admitted _ -> decided();
    };
  }

  /** The person was admitted on this referral. */
  public Decision<Referral, IntakeEvent> admitted() {
    return switch (state) {
      case State.Accepted _ -> Decision.applied(as(new State.Admitted()));
      case State.Open _, State.Declined _, State.Admitted _ ->
          Decision.refusedState(
              "referral-is-accepted", "Only an accepted referral leads to an admission.");
    };
  }

  /** Assessments and decisions belong to a referral that is under way. */
  public boolean isUnderWay() {
    return state instanceof State.Open || state instanceof State.Accepted;
  }

  private static <S> Decision<S, IntakeEvent> decided() {
    return Decision.refusedState("referral-is-open", "The referral was decided already.");
  }

  private Referral as(State next) {
    return new Referral(
        id,
        patient,
        track,
        source,
        channel,
        urgency,
        firstContactAt,
        receivedAt,
        labels,
        next,
        version);
  }
}
