package org.daybridge.outcomes.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.outcomes.incident.Incident.Authority;
import org.daybridge.outcomes.incident.Incident.Duty;
import org.daybridge.outcomes.incident.Incident.Kind;
import org.daybridge.outcomes.incident.Incident.Outcome;
import org.daybridge.outcomes.incident.Incident.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentTest {
  private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
  private static final Instant LEARNT = NOW.minus(Duration.ofHours(1));
  private static final UUID REPORTER = Ids.next();
  private static final UUID DIRECTOR = Ids.next();

  @ParameterizedTest
  @CsvSource({
    "DEATH,DEATH,24",
    "OVERDOSE_ON_SITE,NO_HARM,24",
    "ASSAULT,MINOR_HARM,24",
    "FALL,SERIOUS_HARM,24",
    "FALL,DEATH,24",
    "FALL,MINOR_HARM,0",
    "AGGRESSION,NO_HARM,0",
    "CONTRABAND,NEAR_MISS,0",
    "MEDICATION_ERROR,MINOR_HARM,0",
  })
  void theStateIsToldWithinTheHoursOfItsKind(Kind kind, Severity severity, int hours) {
    List<Duty> duties = reported(kind, severity).duties();
    if (hours == 0) {
      assertThat(duties).isEmpty();
    } else {
      assertThat(duties)
          .singleElement()
          .satisfies(
              duty -> {
                assertThat(duty.authority()).isEqualTo(Authority.STATE_AGENCY);
                assertThat(duty.dueAt()).isEqualTo(LEARNT.plus(Duration.ofHours(hours)));
                assertThat(duty.rule()).startsWith("outcomes-2026-1/incident-state-hours-");
              });
    }
  }

  @Test
  void aBreachOfPrivacyIsToldToThePeopleConcernedWithinSixtyDays() {
    assertThat(reported(Kind.PRIVACY, Severity.NO_HARM).duties())
        .singleElement()
        .satisfies(
            duty -> {
              assertThat(duty.authority()).isEqualTo(Authority.PEOPLE_CONCERNED);
              assertThat(duty.dueAt()).isEqualTo(LEARNT.plus(Duration.ofDays(60)));
            });
  }

  @Test
  void anIncidentOfLongAgoHasItsNumbersToo() {
    Instant then = Instant.parse("2014-03-02T08:00:00Z");
    Decision<Incident, Void> decided =
        Incident.reported(
            Ids.next(),
            report(Kind.DEATH, Severity.DEATH, then, then),
            REPORTER,
            NOW,
            clocks(then));
    assertThat(decided.orRefuse().next().reportDueAt()).contains(then.plus(Duration.ofHours(24)));
  }

  @Test
  void refusesTomorrowAndLearningBeforeItOccurred() {
    refused(
        "occurred-not-in-the-future",
        report(Kind.FALL, Severity.NO_HARM, NOW.plusSeconds(1), NOW.plusSeconds(2)));
    refused(
        "learnt-after-it-occurred", report(Kind.FALL, Severity.NO_HARM, NOW, NOW.minusSeconds(1)));
    refused("death-has-its-severity", report(Kind.DEATH, Severity.SERIOUS_HARM, LEARNT, LEARNT));
  }

  @Test
  void isTheClockStoppedByTellingWhoMustBeTold() {
    Incident death = reported(Kind.DEATH, Severity.DEATH);
    Incident police = told(death, Authority.POLICE, NOW);
    assertThat(police.reportDueAt()).isPresent();
    assertThat(police.account().told()).hasSize(1);
    Incident state = told(police, Authority.STATE_AGENCY, LEARNT);
    assertThat(state.reportDueAt()).isEmpty();
    assertThat(state.duties().getFirst().metAt()).isEqualTo(LEARNT);
    assertThat(told(state, Authority.STATE_AGENCY, NOW).duties().getFirst().metAt())
        .isEqualTo(LEARNT);
  }

  @Test
  void nobodyIsToldBeforeItOccurredOrTomorrow() {
    Incident death = reported(Kind.DEATH, Severity.DEATH);
    for (Instant at : List.of(death.occurredAt().minusSeconds(1), NOW.plusSeconds(1))) {
      assertThat(
              death.decide(
                  new IncidentCommand.Tell(Authority.STATE_AGENCY, at, null, DIRECTOR, NOW)))
          .isInstanceOfSatisfying(
              Decision.Refused.class,
              refused -> assertThat(refused.rule()).isEqualTo("told-between-occurrence-and-now"));
    }
  }

  @Test
  void isNotReviewedWhileAReportIsOwedUnlessItWasAnError() {
    Incident death = reported(Kind.DEATH, Severity.DEATH);
    refused("incident-report-is-owed", death.decide(review(Outcome.CONFIRMED, DIRECTOR)));
    assertThat(
            death
                .decide(review(Outcome.ENTERED_IN_ERROR, DIRECTOR))
                .orRefuse()
                .next()
                .reportDueAt())
        .isEmpty();
    Incident state = told(death, Authority.STATE_AGENCY, NOW);
    assertThat(state.decide(review(Outcome.CONFIRMED, DIRECTOR)))
        .isInstanceOf(Decision.Applied.class);
  }

  @Test
  void isReviewedOnceAndBySomebodyElse() {
    Incident fall = reported(Kind.FALL, Severity.NO_HARM);
    assertThat(fall.reviewDueOn()).isEqualTo(LocalDate.of(2026, 6, 17));
    refused("reviewed-by-somebody-else", fall.decide(review(Outcome.CONFIRMED, REPORTER)));
    Incident reviewed = fall.decide(review(Outcome.CONFIRMED, DIRECTOR)).orRefuse().next();
    assertThat(reviewed.account().findings()).isEqualTo("a wet floor");
    refused("incident-is-reviewed", reviewed.decide(review(Outcome.CONFIRMED, DIRECTOR)));
    assertThat(
            reviewed
                .decide(new IncidentCommand.Note("mopped", DIRECTOR, NOW))
                .orRefuse()
                .next()
                .account()
                .acts())
        .hasSize(1);
    assertThat(told(reviewed, Authority.POLICE, NOW).state())
        .isInstanceOf(Incident.State.Reviewed.class);
  }

  @Test
  void printsNobody() {
    Incident fall = reported(Kind.FALL, Severity.NO_HARM);
    assertThat(fall + " " + fall.account() + " " + fall.account().people())
        .doesNotContain("Ann", "slipped");
  }

  private static Incident reported(Kind kind, Severity severity) {
    return Incident.reported(
            Ids.next(), report(kind, severity, LEARNT, LEARNT), REPORTER, NOW, clocks(LEARNT))
        .orRefuse()
        .next();
  }

  private static Report report(Kind kind, Severity severity, Instant occurred, Instant learnt) {
    return new Report(
        kind,
        severity,
        occurred,
        learnt,
        Account.of(
            "slipped",
            "hall",
            List.of(new Account.Person(Account.Role.HARMED, null, null, "Ann"))));
  }

  private static ReportingClocks clocks(Instant learnt) {
    return new ReportingClocks(new RulePacks().on(LocalDate.ofInstant(learnt, ZoneOffset.UTC)));
  }

  private static Incident told(Incident one, Authority authority, Instant at) {
    return one.decide(new IncidentCommand.Tell(authority, at, "7/26", DIRECTOR, NOW))
        .orRefuse()
        .next();
  }

  private static IncidentCommand review(Outcome outcome, UUID by) {
    return new IncidentCommand.Review(outcome, "a wet floor", "a mat", by, NOW);
  }

  private static void refused(String rule, Report report) {
    refused(rule, Incident.reported(Ids.next(), report, REPORTER, NOW, clocks(LEARNT)));
  }

  private static void refused(String rule, Decision<Incident, Void> decided) {
    assertThat(decided)
        .isInstanceOfSatisfying(
            Decision.Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }
}
