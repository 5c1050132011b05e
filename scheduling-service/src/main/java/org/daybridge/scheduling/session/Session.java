package org.daybridge.scheduling.session;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.RoomId;
import org.daybridge.contract.scheduling.SchedulingEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionCancelled;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionScheduled;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.SiteId;
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
 */
public record Session(
    SessionId id,
    Optional<SeriesId> series,
    String type,
    SiteId site,
    Optional<RoomId> room,
    ZoneId zone,
    Instant plannedStart,
    Instant plannedEnd,
    int capacity,
    List<StaffId> facilitators,
    State state,
    List<String> brokenRules) {

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
    facilitators = List.copyOf(facilitators);
    brokenRules = List.copyOf(brokenRules);
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
    return switch (state) {
      case State.Planned _ -> applied(started(start, List.of()));
      case State.Cancelled _ -> applied(started(start, List.of("session-cancelled")));
      case State.Started(var at, var _) ->
          refusedState("session-started-once", "the session was started at " + at);
      case State.Closed _ -> refusedState("session-started-once", "the session is closed");
    };
  }

  private Session started(Start start, List<String> broken) {
    var rules = new ArrayList<>(broken);
    if (!facilitators.contains(start.by())) {
      rules.add(RUN_BY_OTHERS);
    }
    return as(new State.Started(start.at(), start.by()), rules);
  }

  private Decision<Session, SchedulingEvent> close(Close close) {
    Optional<Instant> begun =
        switch (state) {
          case State.Started(var at, var _) -> Optional.of(close.startedAt().orElse(at));
          case State.Planned _, State.Cancelled _ -> close.startedAt();
          case State.Closed _ -> Optional.empty();
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
    var rules = new ArrayList<String>();
    if (state instanceof State.Cancelled) {
      rules.add("session-cancelled");
    }
    if (!facilitators.contains(close.by())) {
      rules.add(RUN_BY_OTHERS);
    }
    return applied(
        as(new State.Closed(begun.get(), close.endedAt(), close.by(), close.now()), rules));
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
    var moved =
        new Session(
            id,
            series,
            type,
            site,
            to.room(),
            zone,
            to.start(),
            to.end(),
            capacity,
            to.facilitators(),
            state,
            brokenRules);
    return applied(moved, moved.scheduled());
  }

  /** The fact that this session stands on the calendar as it is. */
  public SessionScheduled scheduled() {
    return new SessionScheduled(
        id, series.orElse(null), type, site, zone.getId(), plannedStart, plannedEnd, facilitators);
  }

  /** What attendance is measured against. */
  public Instant start() {
    return switch (state) {
      case State.Started(var at, var _) -> at;
      case State.Closed(var at, var _, var _, var _) -> at;
      case State.Planned _, State.Cancelled _ -> plannedStart;
    };
  }

  public Instant end() {
    return state instanceof State.Closed(var _, var end, var _, var _) ? end : plannedEnd;
  }

  private Session as(State next, List<String> broken) {
    var rules = new ArrayList<>(brokenRules);
    broken.stream().filter(rule -> !rules.contains(rule)).forEach(rules::add);
    return new Session(
        id,
        series,
        type,
        site,
        room,
        zone,
        plannedStart,
        plannedEnd,
        capacity,
        facilitators,
        next,
        rules);
  }
}
