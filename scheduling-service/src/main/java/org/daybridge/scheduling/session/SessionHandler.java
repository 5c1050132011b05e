package org.daybridge.scheduling.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.daybridge.contract.scheduling.SchedulingEvent;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.kit.timer.Timers;
import org.daybridge.scheduling.register.Register;

/** Puts sessions on the calendar and carries out what people ask of them. */
@ApplicationScoped
public class SessionHandler {
  /** Fires when whoever has not come is to be called. */
  public static final String NO_SHOW_TIMER = "no-show";

  /** Fires when the roster opens for those who run the session. */
  public static final String ROSTER_TIMER = "roster-opens";

  /** Those who run a session see its members from a day before. */
  private static final Duration ROSTER_AHEAD = Duration.ofHours(24);

  private final Sessions sessions;
  private final Planner planner;
  private final RulePacks packs;
  private final Outbox outbox;
  private final Timers timers;
  private final Clock clock;

  SessionHandler(
      Sessions sessions,
      Register register,
      RulePacks packs,
      Outbox outbox,
      Timers timers,
      Clock clock) {
    this.sessions = sessions;
    this.planner = new Planner(register);
    this.packs = packs;
    this.outbox = outbox;
    this.timers = timers;
    this.clock = clock;
  }

  /** Plans one session for the time ahead. */
  @Transactional
  public Session plan(Wish wish) {
    if (!wish.start().isAfter(clock.instant())) {
      throw RuleRefused.rule("session-planned-ahead", "a session is planned for the future");
    }
    return put(planned(wish).orRefuse().next());
  }

  /** Judges a wish without booking it: nothing of it is taken yet. */
  @Transactional
  public Decision<SessionPlan, Void> judge(Wish wish) {
    return switch (planned(wish)) {
      case Decision.Applied<SessionPlan, Void>(var plan, var _) ->
          sessions
              .clash(plan, Optional.empty())
              .<Decision<SessionPlan, Void>>map(
                  rule -> Decision.refusedState(rule, "taken at " + plan.start()))
              .orElseGet(() -> Decision.applied(plan));
      case Decision.Refused<SessionPlan, Void> refused -> refused;
    };
  }

  private Decision<SessionPlan, Void> planned(Wish wish) {
    return planner.plan(
        wish, packs.on(LocalDate.ofInstant(wish.start(), ZoneOffset.UTC)), clock.instant());
  }

  /** Puts a plan that was judged on the calendar. */
  @Transactional
  public Session put(SessionPlan plan) {
    var session = Session.planned(new SessionId(Ids.next()), plan);
    sessions.add(session);
    setTimers(session);
    outbox.append(session.scheduled());
    return session;
  }

  private void setTimers(Session session) {
    int wait = packs.on(session.plan().day()).number("no-show-after-minutes");
    timers.schedule(
        NO_SHOW_TIMER,
        session.id().value(),
        session.plan().start().plus(Duration.ofMinutes(wait)),
        null);
    timers.schedule(
        ROSTER_TIMER, session.id().value(), session.plan().start().minus(ROSTER_AHEAD), null);
  }

  /** Carries the command out; {@code sees} asks whether the caller has seen this version. */
  @Transactional
  public Session handle(SessionId id, SessionCommand command, LongConsumer sees) {
    Session before = sessions.require(id);
    sees.accept(before.version());
    Decision.Applied<Session, SchedulingEvent> decided = before.decide(command).orRefuse();
    Session after = credentialsKnown(command, decided.next());
    sessions.save(after);
    switch (command) {
      case SessionCommand.Cancel _ -> {
        timers.cancel(NO_SHOW_TIMER, id.value());
        timers.cancel(ROSTER_TIMER, id.value());
      }
      case SessionCommand.Reschedule _ -> setTimers(after);
      case SessionCommand.Start _, SessionCommand.Close _ -> {}
    }
    decided.events().forEach(outbox::append);
    return after;
  }

  /** A license that has run out by the start is written down, and stops nobody. */
  private Session credentialsKnown(SessionCommand command, Session session) {
    return command instanceof SessionCommand.Start(var by, var at, var _)
        ? session.alsoBroke(planner.unfit(session.plan(), by, at))
        : session;
  }

  /** Moves a session to another time, in the same room and with the same people. */
  @Transactional
  public Session move(SessionId id, Instant start, Instant end, LongConsumer sees) {
    SessionPlan plan = sessions.require(id).plan();
    var command =
        new SessionCommand.Reschedule(
            start, end, plan.room(), plan.facilitators(), clock.instant());
    return handle(id, command, sees);
  }
}
