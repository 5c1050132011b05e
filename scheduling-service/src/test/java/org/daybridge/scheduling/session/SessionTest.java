package org.daybridge.scheduling.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.scheduling.SchedulingEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionCancelled;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.session.Session.State;
import org.daybridge.scheduling.session.SessionCommand.Cancel;
import org.daybridge.scheduling.session.SessionCommand.Close;
import org.daybridge.scheduling.session.SessionCommand.Reschedule;
import org.daybridge.scheduling.session.SessionCommand.Start;
import org.daybridge.scheduling.session.SessionPlan.Modality;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant NINE = Instant.parse("2026-03-02T14:00:00Z");
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final StaffId FACILITATOR = new StaffId(UUID.randomUUID());
  private static final StaffId SOMEONE_ELSE = new StaffId(UUID.randomUUID());
  private static final Session PLANNED =
      Session.planned(
          new SessionId(UUID.randomUUID()),
          new SessionPlan(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "process-group",
              new SiteId(UUID.randomUUID()),
              Optional.empty(),
              ZoneId.of("America/New_York"),
              Modality.IN_PERSON,
              NINE,
              TEN,
              12,
              List.of(FACILITATOR)));

  @Test
  void theFacilitatorSaysWhenItReallyBeganAndEnded() {
    var started = next(PLANNED.decide(new Start(FACILITATOR, NINE.plusSeconds(300), TEN)));
    var closed =
        next(
            started.decide(
                new Close(FACILITATOR, Optional.empty(), TEN.plusSeconds(600), after())));

    assertThat(closed.start()).isEqualTo(NINE.plusSeconds(300));
    assertThat(closed.end()).isEqualTo(TEN.plusSeconds(600));
    assertThat(closed.brokenRules()).isEmpty();
  }

  @Test
  void aSessionThatNobodyStartedIsClosedWithBothTimes() {
    assertThat(rule(PLANNED.decide(new Close(FACILITATOR, Optional.empty(), TEN, after()))))
        .isEqualTo("session-started-before-closed");
    assertThat(
            next(PLANNED.decide(new Close(FACILITATOR, Optional.of(NINE), TEN, after()))).state())
        .isEqualTo(new State.Closed(NINE, TEN, FACILITATOR, after()));
  }

  @Test
  void isClosedOnce() {
    var closed = next(PLANNED.decide(new Close(FACILITATOR, Optional.of(NINE), TEN, after())));

    assertThat(rule(closed.decide(new Close(FACILITATOR, Optional.empty(), TEN, after()))))
        .isEqualTo("session-closed-once");
    assertThat(rule(closed.decide(new Start(FACILITATOR, NINE, after()))))
        .isEqualTo("session-started-once");
  }

  @Test
  void endsAfterItStartedAndNotInTheFuture() {
    var started = next(PLANNED.decide(new Start(FACILITATOR, NINE, NINE)));

    assertThat(rule(started.decide(new Close(FACILITATOR, Optional.empty(), NINE, TEN))))
        .isEqualTo("session-ends-after-start");
    assertThat(
            rule(started.decide(new Close(FACILITATOR, Optional.empty(), TEN.plusSeconds(1), TEN))))
        .isEqualTo("session-time-not-in-future");
    assertThat(rule(PLANNED.decide(new Start(FACILITATOR, NINE, NINE.minusSeconds(1)))))
        .isEqualTo("session-time-not-in-future");
  }

  @Test
  void aSessionRunBySomeoneElseIsRecordedWithTheRuleItBreaks() {
    assertThat(next(PLANNED.decide(new Start(SOMEONE_ELSE, NINE, NINE))).brokenRules())
        .containsExactly("session-run-by-its-facilitator");
  }

  @Test
  void aCancelledSessionThatTookPlaceIsRecorded() {
    var cancelled = next(PLANNED.decide(new Cancel("storm", NINE.minusSeconds(7200))));

    assertThat(next(cancelled.decide(new Start(FACILITATOR, NINE, NINE))).brokenRules())
        .containsExactly("session-cancelled");
  }

  @Test
  void cancellingIsAnnounced() {
    assertThat(PLANNED.decide(new Cancel("storm", NINE)).orRefuse().events())
        .containsExactly(new SessionCancelled(PLANNED.id(), "storm", NINE));
  }

  @Test
  void aSessionThatTookPlaceIsNotCancelled() {
    var started = next(PLANNED.decide(new Start(FACILITATOR, NINE, NINE)));

    assertThat(rule(started.decide(new Cancel("storm", TEN)))).isEqualTo("session-took-place");
  }

  @Test
  void onlyAPlannedSessionMovesAndOnlyAhead() {
    var cancelled = next(PLANNED.decide(new Cancel("storm", NINE.minusSeconds(7200))));

    assertThat(rule(cancelled.decide(moveTo(TEN)))).isEqualTo("session-is-planned");
    assertThat(rule(PLANNED.decide(moveTo(NINE.minusSeconds(7200)))))
        .isEqualTo("session-planned-ahead");
    assertThat(next(PLANNED.decide(moveTo(TEN))).plan().start()).isEqualTo(TEN);
  }

  private static Reschedule moveTo(Instant start) {
    return new Reschedule(
        start,
        start.plusSeconds(3600),
        Optional.empty(),
        List.of(FACILITATOR),
        NINE.minusSeconds(3600));
  }

  private static Instant after() {
    return TEN.plusSeconds(1800);
  }

  private static Session next(Decision<Session, SchedulingEvent> decision) {
    return decision.orRefuse().next();
  }

  private static String rule(Decision<Session, SchedulingEvent> decision) {
    return switch (decision) {
      case Decision.Refused<Session, SchedulingEvent>(var rule, var _, var _) -> rule;
      case Decision.Applied<Session, SchedulingEvent> _ -> throw new AssertionError("applied");
    };
  }
}
