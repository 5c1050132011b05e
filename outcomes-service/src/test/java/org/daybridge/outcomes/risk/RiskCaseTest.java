package org.daybridge.outcomes.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.contract.outcomes.OutcomesEvent;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertClosed;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertRaised;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.kit.decision.Decision.Refused;
import org.daybridge.outcomes.instrument.RiskLevel;
import org.daybridge.outcomes.risk.RiskCase.Disposition;
import org.daybridge.outcomes.risk.RiskCase.State;
import org.daybridge.outcomes.risk.RiskCommand.Acknowledge;
import org.daybridge.outcomes.risk.RiskCommand.Close;
import org.daybridge.outcomes.risk.RiskCommand.Escalate;
import org.daybridge.outcomes.risk.RiskCommand.Thread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RiskCaseTest {
  private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
  private static final UUID ON_CALL = new UUID(7, 1);
  private static final UUID COVER = new UUID(7, 2);
  private static final UUID DIRECTOR = new UUID(7, 3);
  private static final DutyChain CHAIN =
      new DutyChain(List.of(List.of(ON_CALL), List.of(), List.of(COVER), List.of(DIRECTOR)));
  private static final RiskClocks CLOCKS =
      new RiskClocks(
          Duration.ofMinutes(15),
          Duration.ofMinutes(60),
          Duration.ofHours(4),
          Duration.ofHours(24));

  private final RiskCase moderate = opened(answer("thoughts", RiskLevel.MODERATE)).next();

  @Test
  void alarmsThePersonOnDutyAtOnce() {
    Applied<RiskCase, OutcomesEvent> opened = opened(answer("thoughts", RiskLevel.MODERATE));
    assertThat(opened.next().state())
        .isEqualTo(new State.Alarmed(0, List.of(ON_CALL), NOW.plusSeconds(3600)));
    assertThat(opened.events())
        .singleElement()
        .isInstanceOfSatisfying(
            RiskAlertRaised.class,
            raised -> {
              assertThat(raised.level()).isEqualTo("MODERATE");
              assertThat(raised.acknowledgeBy()).isEqualTo(NOW.plusSeconds(3600));
            });
  }

  @Test
  void takesTheWorstLevelOfASubmission() {
    RiskCase opened = opened(answer("wish", RiskLevel.LOW), answer("plan", RiskLevel.HIGH)).next();
    assertThat(opened.level()).isEqualTo(RiskLevel.HIGH);
    assertThat(((State.Alarmed) opened.state()).acknowledgeBy()).isEqualTo(NOW.plusSeconds(900));
  }

  @Test
  void escalatesLinkByLinkAndNeverRunsOutOfPeople() {
    RiskCase riskCase = moderate;
    Instant now = NOW;
    for (UUID expected : List.of(COVER, DIRECTOR, DIRECTOR, DIRECTOR)) {
      now = ((State.Alarmed) riskCase.state()).acknowledgeBy();
      Applied<RiskCase, OutcomesEvent> escalated = applied(riskCase, new Escalate(now));
      riskCase = escalated.next();
      assertThat(((State.Alarmed) riskCase.state()).addressees()).containsExactly(expected);
      assertThat(escalated.events()).hasSize(1);
    }
  }

  @Test
  void doesNotEscalateASecondTooEarly() {
    Applied<RiskCase, OutcomesEvent> early = applied(moderate, new Escalate(NOW.plusSeconds(3599)));
    assertThat(early.next()).isEqualTo(moderate);
    assertThat(early.events()).isEmpty();
  }

  @Test
  void closesNothingByAcknowledgement() {
    RiskCase acknowledged = acknowledged(moderate);
    assertThat(acknowledged.state()).isInstanceOf(State.Acknowledged.class);
    assertThat(acknowledged.answers()).allMatch(RiskAnswer::reviewed);
  }

  @Test
  void alarmsAgainWhenAnAcknowledgedCaseGetsNoDisposition() {
    RiskCase acknowledged = acknowledged(moderate);
    Applied<RiskCase, OutcomesEvent> overdue =
        applied(acknowledged, new Escalate(NOW.plus(Duration.ofHours(24))));
    assertThat(overdue.next().state()).isInstanceOf(State.Alarmed.class);
    assertThat(overdue.events()).singleElement().isInstanceOf(RiskAlertRaised.class);
    assertThat(applied(acknowledged, new Escalate(NOW.plus(Duration.ofHours(23)))).events())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Disposition.class)
  void closesWithADispositionOnly(Disposition disposition) {
    Applied<RiskCase, OutcomesEvent> closed =
        applied(acknowledged(moderate), new Close(disposition, "double entry", ON_CALL, NOW));
    assertThat(closed.next().state()).isInstanceOf(State.Closed.class);
    assertThat(closed.events())
        .singleElement()
        .isInstanceOfSatisfying(
            RiskAlertClosed.class,
            event -> assertThat(event.disposition()).isEqualTo(disposition.name()));
  }

  @Test
  void doesNotCloseWhatNobodyHasReviewed() {
    assertThat(refused(moderate, new Close(Disposition.CONTACT_MADE, null, ON_CALL, NOW)))
        .isEqualTo("risk-answers-are-unreviewed");
  }

  @Test
  void wantsAReasonForAnError() {
    assertThat(
            refused(
                acknowledged(moderate), new Close(Disposition.ENTERED_IN_ERROR, " ", ON_CALL, NOW)))
        .isEqualTo("error-needs-a-reason");
  }

  @Test
  void isAcknowledgedByOnePerson() {
    assertThat(refused(acknowledged(moderate), new Acknowledge(COVER, NOW)))
        .isEqualTo("risk-case-is-acknowledged");
  }

  @Test
  void threadsAKnownAnswerWithoutANewAlarmOnceReviewed() {
    Applied<RiskCase, OutcomesEvent> threaded =
        applied(
            acknowledged(moderate),
            new Thread(List.of(answer("thoughts", RiskLevel.MODERATE)), NOW));
    assertThat(threaded.events()).isEmpty();
    assertThat(threaded.next().answers()).hasSize(2);
    assertThat(threaded.next().state()).isInstanceOf(State.Acknowledged.class);
  }

  @Test
  void alarmsAnewForAWorseAnswer() {
    alarmsAnew(acknowledged(moderate), answer("thoughts", RiskLevel.HIGH));
  }

  @Test
  void alarmsAnewForANewKindOfAnswer() {
    alarmsAnew(acknowledged(moderate), answer("behavior", RiskLevel.LOW));
  }

  @Test
  void alarmsAnewWhileTheFirstAnswerIsUnreviewed() {
    alarmsAnew(moderate, answer("thoughts", RiskLevel.MODERATE));
  }

  @Test
  void neverLengthensAClockThatRuns() {
    RiskCase later =
        applied(
                moderate,
                new Thread(List.of(answer("thoughts", RiskLevel.MODERATE)), NOW.plusSeconds(1800)))
            .next();
    assertThat(((State.Alarmed) later.state()).acknowledgeBy()).isEqualTo(NOW.plusSeconds(3600));
    RiskCase worse =
        applied(
                moderate,
                new Thread(List.of(answer("plan", RiskLevel.HIGH)), NOW.plusSeconds(1800)))
            .next();
    assertThat(((State.Alarmed) worse.state()).acknowledgeBy()).isEqualTo(NOW.plusSeconds(2700));
  }

  @Test
  void refusesEverythingOnceClosed() {
    RiskCase closed =
        applied(acknowledged(moderate), new Close(Disposition.CONTACT_MADE, null, ON_CALL, NOW))
            .next();
    for (RiskCommand command :
        List.of(
            new Acknowledge(COVER, NOW),
            new Escalate(NOW),
            new Close(Disposition.CONTACT_MADE, null, COVER, NOW))) {
      assertThat(refused(closed, command)).isEqualTo("risk-case-is-closed");
    }
  }

  private static void alarmsAnew(RiskCase riskCase, RiskAnswer more) {
    Applied<RiskCase, OutcomesEvent> threaded = applied(riskCase, new Thread(List.of(more), NOW));
    assertThat(threaded.next().state()).isInstanceOf(State.Alarmed.class);
    assertThat(threaded.next().answers()).contains(more);
    assertThat(threaded.events()).singleElement().isInstanceOf(RiskAlertRaised.class);
  }

  private static RiskCase acknowledged(RiskCase riskCase) {
    return applied(riskCase, new Acknowledge(ON_CALL, NOW)).next();
  }

  private static Applied<RiskCase, OutcomesEvent> opened(RiskAnswer... answers) {
    return RiskCase.open(
        new RiskCaseId(new UUID(1, 1)),
        new PatientId(new UUID(1, 2)),
        new EpisodeId(new UUID(1, 3)),
        2,
        List.of(answers),
        NOW,
        CLOCKS,
        CHAIN);
  }

  private static Applied<RiskCase, OutcomesEvent> applied(RiskCase riskCase, RiskCommand command) {
    return riskCase.decide(command, CLOCKS, CHAIN).orRefuse();
  }

  private static String refused(RiskCase riskCase, RiskCommand command) {
    Decision<RiskCase, OutcomesEvent> decision = riskCase.decide(command, CLOCKS, CHAIN);
    return ((Refused<RiskCase, OutcomesEvent>) decision).rule();
  }

  private static RiskAnswer answer(String code, RiskLevel level) {
    return new RiskAnswer(new MeasureId(UUID.randomUUID()), "PHQ-9", "9", code, level, NOW, false);
  }
}
