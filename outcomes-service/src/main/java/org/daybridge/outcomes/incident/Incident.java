package org.daybridge.outcomes.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.decision.Decision;
import org.daybridge.outcomes.incident.Account.Act;
import org.daybridge.outcomes.incident.Account.Told;
import org.daybridge.outcomes.incident.IncidentCommand.Note;
import org.daybridge.outcomes.incident.IncidentCommand.Review;
import org.daybridge.outcomes.incident.IncidentCommand.Tell;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong in the clinic, from its report to its review. Some kinds have to be
 * told to somebody outside within hours; the clock starts when the clinic learnt of it and stops
 * when it was told. The review ends it: by somebody who did not report it, and not while a report
 * is owed; what is done or told later is added all the same. It is no part of a chart: who was
 * involved is in its sealed account alone.
 */
public record Incident(
    UUID id,
    Kind kind,
    Severity severity,
    Instant occurredAt,
    Instant learntAt,
    UUID reportedBy,
    Instant reportedAt,
    List<Duty> duties,
    LocalDate reviewDueOn,
    Account account,
    State state,
    long version) {

  public enum Kind {
    FALL,
    AGGRESSION,
    ASSAULT,
    OVERDOSE_ON_SITE,
    CONTRABAND,
    MEDICATION_ERROR,
    PRIVACY,
    DEATH
  }

  /** What came of it, from nearly nothing to the worst. */
  public enum Severity {
    NEAR_MISS,
    NO_HARM,
    MINOR_HARM,
    SERIOUS_HARM,
    DEATH
  }

  /** Who is told. */
  public enum Authority {
    STATE_AGENCY,
    PEOPLE_CONCERNED,
    POLICE,
    FAMILY,
    ACCREDITOR
  }

  public enum Outcome {
    CONFIRMED,
    NOT_CONFIRMED,
    ENTERED_IN_ERROR
  }

  /** Somebody has to be told until then; {@code rule} names the number and its pack. */
  public record Duty(Authority authority, Instant dueAt, String rule, @Nullable Instant metAt) {
    public boolean owed() {
      return metAt == null;
    }
  }

  public sealed interface State {
    record Open() implements State {}

    record Reviewed(Outcome outcome, UUID by, Instant at) implements State {}
  }

  public Incident {
    duties = List.copyOf(duties);
  }

  /**
   * Reports it. The duties follow from kind and severity by the numbers in force when it was
   * learnt.
   */
  public static Decision<Incident, Void> reported(
      UUID id, Report report, UUID by, Instant now, ReportingClocks clocks) {
    if (report.learntAt().isAfter(now) || report.occurredAt().isAfter(now)) {
      return Decision.refused("occurred-not-in-the-future", "it has not happened yet");
    }
    if (report.learntAt().isBefore(report.occurredAt())) {
      return Decision.refused("learnt-after-it-occurred", "learntAt is before occurredAt");
    }
    if (report.kind() == Kind.DEATH && report.severity() != Severity.DEATH) {
      return Decision.refused("death-has-its-severity", "the severity of a death is DEATH");
    }
    return Decision.applied(
        new Incident(
            id,
            report.kind(),
            report.severity(),
            report.occurredAt(),
            report.learntAt(),
            by,
            now,
            clocks.duties(report.kind(), report.severity(), report.learntAt()),
            clocks.reviewDue(report.learntAt()),
            report.account(),
            new State.Open(),
            0));
  }

  public Decision<Incident, Void> decide(IncidentCommand command) {
    return switch (command) {
      case Note(var what, var by, var at) ->
          Decision.applied(with(duties, account.with(new Act(what, by, at)), state));
      case Tell tell -> tell(tell);
      case Review review -> review(review);
    };
  }

  /** Whoever was told before the report was written, or after the review, was told. */
  private Decision<Incident, Void> tell(Tell tell) {
    if (tell.toldAt().isBefore(occurredAt) || tell.toldAt().isAfter(tell.at())) {
      return Decision.refused(
          "told-between-occurrence-and-now", "toldAt is before it occurred, or in the future");
    }
    List<Duty> after = new ArrayList<>();
    for (Duty duty : duties) {
      boolean met = duty.owed() && duty.authority() == tell.authority();
      after.add(met ? new Duty(duty.authority(), duty.dueAt(), duty.rule(), tell.toldAt()) : duty);
    }
    Told told = new Told(tell.authority(), tell.toldAt(), tell.reference(), tell.by(), tell.at());
    return Decision.applied(with(after, account.with(told), state));
  }

  private Decision<Incident, Void> review(Review review) {
    if (!(state instanceof State.Open)) {
      return Decision.refusedState("incident-is-reviewed", "its review ended it");
    }
    if (review.by().equals(reportedBy)) {
      return Decision.refused(
          "reviewed-by-somebody-else", "who reported an incident does not review it");
    }
    boolean owed = duties.stream().anyMatch(Duty::owed);
    if (owed && review.outcome() != Outcome.ENTERED_IN_ERROR) {
      return Decision.refusedState(
          "incident-report-is-owed", "record first that those who must be told were told");
    }
    return Decision.applied(
        with(
            duties,
            account.with(review.findings(), review.prevention()),
            new State.Reviewed(review.outcome(), review.by(), review.at())));
  }

  /** When the next report is due; none is owed, or the review ended it. */
  public Optional<Instant> reportDueAt() {
    return state instanceof State.Open
        ? duties.stream().filter(Duty::owed).map(Duty::dueAt).min(Instant::compareTo)
        : Optional.empty();
  }

  private Incident with(List<Duty> after, Account told, State next) {
    return new Incident(
        id,
        kind,
        severity,
        occurredAt,
        learntAt,
        reportedBy,
        reportedAt,
        after,
        reviewDueOn,
        told,
        next,
        version);
  }

  @Override
  public String toString() {
    return "Incident " + id;
  }
}
