package org.daybridge.intake.episode;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.daybridge.contract.StepDirection;
import org.daybridge.contract.intake.DecisionId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.IntakeEvent.StepChangeDecided;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.outcomes.ProposalId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * An episode of care: from admission to discharge in one program. A patient has one active episode
 * at most. Within it the level of care steps up and down; the end is a fact with a reason. Only a
 * completion as planned asks for what care after the program needs; every other end is recorded as
 * it happened, and what is missing becomes a task. Coming back begins a new episode that knows the
 * one before.
 */
public record Episode(
    EpisodeId id,
    PatientId patient,
    ReferralId referral,
    @Nullable EpisodeId prior,
    Place place,
    StaffId primaryClinician,
    Coverage coverage,
    Instant admittedAt,
    int plannedWeeks,
    LevelOfCare levelOfCare,
    State state,
    String rulePack,
    int labels,
    long version) {

  /** Where and for whom the care is given. */
  public record Place(
      ProgramId program,
      TrackId track,
      String trackCode,
      Population population,
      SiteId site,
      ZoneId zone) {}

  /** How the care is paid: verified coverage, self-pay, or still being looked into. */
  public enum Coverage {
    VERIFIED,
    SELF_PAY,
    PENDING
  }

  /** Why an episode ends (TEDS-4). */
  public enum Reason {
    COMPLETED,
    LEFT_AGAINST_ADVICE,
    LOST_CONTACT,
    ENDED_BY_PROGRAM,
    TRANSFERRED,
    HOSPITALIZED,
    INCARCERATED,
    DIED,
    OTHER;

    /** Only treatment that was completed ends as planned; nothing else can be held up. */
    public boolean planned() {
      return this == COMPLETED;
    }
  }

  /** What a planned discharge asks for. */
  public enum Gate {
    AFTERCARE_PLAN
  }

  /** Where the episode stands. */
  public sealed interface State {
    /** Care goes on. */
    record Active() implements State {}

    /** Care ended. */
    record Discharged(Instant at, Reason reason, @Nullable String destination) implements State {}
  }

  /** What a discharge says. */
  public record Discharge(
      Instant at, Reason reason, @Nullable String destination, Set<Gate> waived) {
    public Discharge {
      waived = Set.copyOf(waived);
    }
  }

  /** A step of the level of care that a clinician decided on. */
  public record Step(
      DecisionId decision, @Nullable ProposalId proposal, LevelOfCare to, Instant effectiveAt) {}

  /** Steps the level of care up or down. */
  public Decision<Episode, IntakeEvent> step(Step step) {
    if (!(state instanceof State.Active)) {
      return Decision.refusedState("episode-is-active", "The episode has ended.");
    }
    if (step.to() == levelOfCare) {
      return Decision.refused("step-changes-the-level", "The patient is at this level already.");
    }
    if (step.effectiveAt().isBefore(admittedAt)) {
      return Decision.refused("step-after-admission", "The step lies before the admission.");
    }
    StepDirection direction =
        step.to().compareTo(levelOfCare) > 0 ? StepDirection.UP : StepDirection.DOWN;
    return Decision.applied(
        as(step.to(), state),
        new StepChangeDecided(
            id,
            patient,
            step.decision(),
            step.proposal(),
            direction,
            levelOfCare,
            step.to(),
            step.effectiveAt()));
  }

  /** Ends the episode. {@code open} are the gates that are not met. */
  public Decision<Episode, IntakeEvent> discharge(Discharge end, Set<Gate> open) {
    if (!(state instanceof State.Active)) {
      return Decision.refusedState("episode-is-active", "The episode has ended already.");
    }
    if (end.at().isBefore(admittedAt)) {
      return Decision.refused(
          "discharge-after-admission", "The discharge lies before the admission.");
    }
    if (end.reason().planned() && !end.waived().containsAll(open)) {
      return Decision.refused(
          "aftercare-plan-signed",
          "A planned discharge asks for a signed aftercare plan, or the clinical director's waiver.");
    }
    return Decision.applied(
        as(levelOfCare, new State.Discharged(end.at(), end.reason(), end.destination())),
        new PatientDischarged(
            id, patient, end.at(), end.reason().name(), end.reason().planned(), end.destination()));
  }

  private Episode as(LevelOfCare level, State next) {
    return new Episode(
        id,
        patient,
        referral,
        prior,
        place,
        primaryClinician,
        coverage,
        admittedAt,
        plannedWeeks,
        level,
        next,
        rulePack,
        labels,
        version);
  }
}
