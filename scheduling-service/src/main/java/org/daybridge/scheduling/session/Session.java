package org.daybridge.scheduling.session;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.SchedulingEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionCancelled;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionScheduled;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.session.SessionCommand.Cancel;
import org.daybridge.scheduling.session.SessionCommand.Close;
import org.daybridge.scheduling.session.SessionCommand.Reschedule;
import org.daybridge.scheduling.session.SessionCommand.Start;

/**
 * One occasion on which people meet for care. It is planned, and until it starts it can be moved or
 * cancelled. Whoever runs it says when it really began and ended; closing it is the attestation
 * that the roster is true. A session that was cancelled and took place all the same can still be
 * started: what has happened is never refused, it carries the rule that it broke.
 *
 * <pre>
 *   Planned ──start──▶ Started ──close──▶ Closed
 *     │  ╲                                  ▲
 *     │   ╲─────────────close───────────────╯   (nobody pressed start)
 *     ╰──cancel──▶ Cancelled ──start──▶ Started (it took place after all)
 * </pre>
 *
 * @param brokenRules rules that it broke by the way it took place
 * @param version what a writer must have seen
 */
public record Session(
    SessionId id, SessionPlan plan, State state, List<String> brokenRules, long version) {

  private static final String RUN_BY_OTHERS = "session-run-by-its-facilitator";

  /** Where a session is in its life. */
  public sealed interface State {
    record Planned() implements State {}

    record Started(Instant at, StaffId by) implements State {}

    record Closed(Instant startedAt, Instant endedAt, StaffId by, Instant attestedAt)
        implements State {}

    record Cancelled(String reason, Instant at) implements State {}
  }

  public Session {
    brokenRules = List.copyOf(brokenRules);
  }

  /** A session that is put on the calendar. */
  public static Session planned(SessionId id, SessionPlan plan) {
    return new Session(id, plan, new State.Planned(), List.of(), 0);
  }

  public Decision<Session, SchedulingEvent> decide(SessionCommand command) {
    return switch (command) {
      case Start start -> start(start);
      case Close close -> close(close);
      case Cancel cancel -> cancel(cancel);
      case Reschedule reschedule -> reschedule(reschedule);
    };
  }

  private Decision<Session, SchedulingEvent> start(Start start) {
    if (start.at().isAfter(start.now())) {
      return refused("session-time-not-in-future", "a session is started when it has begun");
    }
    var next = new State.Started(start.at(), start.by());
    return switch (state) {
      case State.Planned _ -> applied(as(next, broken(start.by(), List.of())));
      case State.Cancelled _ -> applied(as(next, broken(start.by(), List.of("session-cancelled"))));
      case State.Started(var at, var _) ->
          refusedState("session-started-once", "the session was started at " + at);
      case State.Closed _ -> refusedState("session-started-once", "the session is closed");
    };
  }

  private Decision<Session, SchedulingEvent> close(Close close) {
    Optional<Instant> begun =
        switch (state) {
          case State.Started(var at, var _) -> Optional.of(close.startedAt().orElse(at));
          case State.Planned _, State.Cancelled _, State.Closed _ -> close.startedAt();
        };
    if (state instanceof State.Closed) {
      return refusedState("session-closed-once", "the session was closed before");
    }
    if (begun.isEmpty()) {
      return refusedState(
          "session-started-before-closed", "say when it began, or start the session first");
    }
    if (close.endedAt().isAfter(close.now())) {
      return refused("session-time-not-in-future", "a session is closed when it has ended");
    }
    if (!close.endedAt().isAfter(begun.get())) {
      return refused("session-ends-after-start", "the end is not after the start " + begun.get());
    }
    List<String> also =
        state instanceof State.Cancelled ? List.of("session-cancelled") : List.<String>of();
    return applied(
        as(
            new State.Closed(begun.get(), close.endedAt(), close.by(), close.now()),
            broken(close.by(), also)));
  }

  private List<String> broken(StaffId by, List<String> also) {
    var rules = new ArrayList<>(also);
    if (!plan.facilitators().contains(by)) {
      rules.add(RUN_BY_OTHERS);
    }
    return rules;
  }

  private Decision<Session, SchedulingEvent> cancel(Cancel cancel) {
    return switch (state) {
      case State.Planned _ ->
          applied(
              as(new State.Cancelled(cancel.reason(), cancel.now()), List.of()),
              new SessionCancelled(id, cancel.reason(), cancel.now()));
      case State.Cancelled _ ->
          refusedState("session-cancelled", "the session was cancelled before");
      case State.Started _, State.Closed _ ->
          refusedState("session-took-place", "a session that took place is not cancelled");
    };
  }

  private Decision<Session, SchedulingEvent> reschedule(Reschedule to) {
    if (!(state instanceof State.Planned)) {
      return refusedState("session-is-planned", "only a planned session can be moved");
    }
    if (!to.end().isAfter(to.start())) {
      return refused("session-ends-after-start", "the end is not after the start");
    }
    if (to.start().isBefore(to.now())) {
      return refused("session-planned-ahead", "a session is planned for the future");
    }
    SessionPlan moved = plan.movedTo(to.start(), to.end(), to.room(), to.facilitators());
    var next = new Session(id, moved, state, brokenRules, version);
    return applied(next, next.scheduled());
  }

  /** The same session, with these rules written down beside it. */
  public Session alsoBroke(List<String> rules) {
    return rules.isEmpty() ? this : as(state, rules);
  }

  /** The fact that this session stands on the calendar as it is. */
  public SchedulingEvent scheduled() {
    return new SessionScheduled(
        id,
        plan.series().orElse(null),
        plan.type(),
        plan.site(),
        plan.zone().getId(),
        plan.start(),
        plan.end(),
        plan.facilitators());
  }

  /** What attendance is measured from: the actual start where it is known. */
  public Instant start() {
    return switch (state) {
      case State.Started(var at, var _) -> at;
      case State.Closed(var at, var _, var _, var _) -> at;
      case State.Planned _, State.Cancelled _ -> plan.start();
    };
  }

  public Instant end() {
    return state instanceof State.Closed(var _, var end, var _, var _) ? end : plan.end();
  }

  private Session as(State next, List<String> broken) {
    var rules = new ArrayList<>(brokenRules);
    broken.stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
    return new Session(id, plan, next, rules, version);
  }
}
