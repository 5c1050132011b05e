package org.daybridge.outcomes.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.OutcomesEvent;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertClosed;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertRaised;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.outcomes.instrument.RiskLevel;
import org.daybridge.outcomes.risk.RiskCommand.Acknowledge;
import org.daybridge.outcomes.risk.RiskCommand.Close;
import org.daybridge.outcomes.risk.RiskCommand.Escalate;
import org.daybridge.outcomes.risk.RiskCommand.Thread;
import org.daybridge.outcomes.risk.RiskCommand.Unheard;
import org.jspecify.annotations.Nullable;

/**
 * The risk of one patient, from the first answer that told of it until somebody wrote down what was
 * done. It alarms the person on duty and runs a clock; without an acknowledgement it escalates to
 * the next one, without end. An acknowledgement stops the alarm and closes nothing: a case that is
 * acknowledged but has no disposition in time alarms again. Every later answer is threaded in and
 * none is dropped; it alarms anew when it is of a new kind, worse, or not yet reviewed.
 */
public record RiskCase(
    RiskCaseId id,
    PatientId patient,
    @Nullable EpisodeId episode,
    int labels,
    RiskLevel level,
    Instant openedAt,
    List<RiskAnswer> answers,
    State state,
    long version) {

  public RiskCase {
    answers = List.copyOf(answers);
  }

  public sealed interface State {
    /** Somebody must look before {@code acknowledgeBy}; {@code step} counts the escalations. */
    record Alarmed(int step, List<UUID> addressees, Instant acknowledgeBy) implements State {
      public Alarmed {
        addressees = List.copyOf(addressees);
      }
    }

    record Acknowledged(UUID by, Instant at, Instant disposeBy) implements State {}

    record Closed(Disposition disposition, @Nullable String note, UUID by, Instant at)
        implements State {}
  }

  /** What was done. A case ends with one of these, never by being looked at. */
  public enum Disposition {
    ASSESSED_SAME_DAY,
    SAFETY_PLAN_REVISED,
    CONTACT_MADE,
    SENT_TO_EMERGENCY_CARE,
    WELFARE_CHECK,
    ENTERED_IN_ERROR
  }

  /** Opens a case from the answers of one submission. */
  public static Decision.Applied<RiskCase, OutcomesEvent> open(
      RiskCaseId id,
      PatientId patient,
      @Nullable EpisodeId episode,
      int labels,
      List<RiskAnswer> answers,
      Instant now,
      RiskClocks clocks,
      DutyChain chain) {
    RiskLevel level = worst(answers);
    State state = new State.Alarmed(0, chain.at(0), now.plus(clocks.acknowledge(level)));
    RiskCase opened = new RiskCase(id, patient, episode, labels, level, now, answers, state, 0);
    return new Decision.Applied<>(opened, List.of(opened.alarm(now, source(answers))));
  }

  public Decision<RiskCase, OutcomesEvent> decide(
      RiskCommand command, RiskClocks clocks, DutyChain chain) {
    return switch (state) {
      case State.Closed _ ->
          Decision.refusedState("risk-case-is-closed", "this case was closed with a disposition");
      case State.Alarmed alarmed ->
          switch (command) {
            case Thread(var more, var now) -> alarmAnew(more, now, clocks, chain, alarmed);
            case Acknowledge(var by, var now) ->
                Decision.applied(reviewed(by, now, now.plus(clocks.dispose(level))));
            case Escalate(var now) -> escalate(alarmed, now, clocks, chain);
            case Unheard(var now) -> next(alarmed, now, clocks, chain);
            case Close _ ->
                Decision.refusedState(
                    "risk-answers-are-unreviewed", "acknowledge the case before closing it");
          };
      case State.Acknowledged acknowledged ->
          switch (command) {
            case Thread(var more, var now) -> thread(more, now, clocks, chain);
            case Acknowledge _ ->
                Decision.refusedState("risk-case-is-acknowledged", "somebody took it already");
            case Escalate(var now) -> overdue(acknowledged, now, clocks, chain);
            case Unheard _ -> Decision.applied(this);
            case Close close -> close(close);
          };
    };
  }

  private Decision<RiskCase, OutcomesEvent> thread(
      List<RiskAnswer> more, Instant now, RiskClocks clocks, DutyChain chain) {
    boolean isNew = more.stream().anyMatch(answer -> answers.stream().noneMatch(answer::isLike));
    boolean isWorse = worst(more).isWorseThan(level);
    if (isNew || isWorse) return alarmAnew(more, now, clocks, chain, null);
    List<RiskAnswer> reviewed = more.stream().map(RiskAnswer::asReviewed).toList();
    return Decision.applied(with(joined(reviewed), level, state));
  }

  /** An alarm that still rings keeps its step, and its clock never gets longer. */
  private Decision<RiskCase, OutcomesEvent> alarmAnew(
      List<RiskAnswer> more,
      Instant now,
      RiskClocks clocks,
      DutyChain chain,
      State.@Nullable Alarmed ringing) {
    RiskLevel worst = level.or(worst(more));
    Instant by = now.plus(clocks.acknowledge(worst));
    State next =
        ringing == null
            ? new State.Alarmed(0, chain.at(0), by)
            : new State.Alarmed(
                ringing.step(),
                ringing.addressees(),
                by.isBefore(ringing.acknowledgeBy()) ? by : ringing.acknowledgeBy());
    RiskCase alarmed = with(joined(more), worst, next);
    return Decision.applied(alarmed, alarmed.alarm(now, source(more)));
  }

  private Decision<RiskCase, OutcomesEvent> escalate(
      State.Alarmed alarmed, Instant now, RiskClocks clocks, DutyChain chain) {
    return now.isBefore(alarmed.acknowledgeBy())
        ? Decision.applied(this)
        : next(alarmed, now, clocks, chain);
  }

  private Decision<RiskCase, OutcomesEvent> next(
      State.Alarmed alarmed, Instant now, RiskClocks clocks, DutyChain chain) {
    int step = alarmed.step() + 1;
    State next = new State.Alarmed(step, chain.at(step), now.plus(clocks.acknowledge(level)));
    RiskCase escalated = with(answers, level, next);
    return Decision.applied(escalated, escalated.alarm(now, "escalation-" + step));
  }

  private Decision<RiskCase, OutcomesEvent> overdue(
      State.Acknowledged acknowledged, Instant now, RiskClocks clocks, DutyChain chain) {
    if (now.isBefore(acknowledged.disposeBy())) return Decision.applied(this);
    State next = new State.Alarmed(1, chain.at(1), now.plus(clocks.acknowledge(level)));
    RiskCase alarmed = with(answers, level, next);
    return Decision.applied(alarmed, alarmed.alarm(now, "no-disposition"));
  }

  private Decision<RiskCase, OutcomesEvent> close(Close close) {
    boolean blank = close.note() == null || close.note().isBlank();
    if (close.disposition() == Disposition.ENTERED_IN_ERROR && blank) {
      return Decision.refused("error-needs-a-reason", "say what was entered in error");
    }
    State next = new State.Closed(close.disposition(), close.note(), close.by(), close.at());
    return Decision.applied(
        with(answers, level, next),
        new RiskAlertClosed(id, patient, episode, close.disposition().name(), close.at()));
  }

  private RiskCase reviewed(UUID by, Instant now, Instant disposeBy) {
    List<RiskAnswer> seen = answers.stream().map(RiskAnswer::asReviewed).toList();
    return with(seen, level, new State.Acknowledged(by, now, disposeBy));
  }

  private RiskAlertRaised alarm(Instant now, String source) {
    Instant by = state instanceof State.Alarmed alarmed ? alarmed.acknowledgeBy() : now;
    return new RiskAlertRaised(id, patient, episode, level.name(), source, now, by);
  }

  private List<RiskAnswer> joined(List<RiskAnswer> more) {
    List<RiskAnswer> all = new ArrayList<>(answers);
    all.addAll(more);
    return all;
  }

  private RiskCase with(List<RiskAnswer> all, RiskLevel worst, State next) {
    return new RiskCase(id, patient, episode, labels, worst, openedAt, all, next, version);
  }

  private static RiskLevel worst(List<RiskAnswer> answers) {
    return answers.stream().map(RiskAnswer::level).reduce(RiskLevel.LOW, RiskLevel::or);
  }

  private static String source(List<RiskAnswer> answers) {
    RiskLevel worst = worst(answers);
    return answers.stream()
        .filter(answer -> answer.level() == worst)
        .map(answer -> answer.instrument() + "/" + answer.item())
        .findFirst()
        .orElse("unknown");
  }

  /** Ids only: a case is health information. */
  @Override
  public String toString() {
    return "RiskCase " + id;
  }
}
