package org.daybridge.scheduling.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daybridge.kit.decision.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrenceTest {
  private static final String NEW_YORK = "America/New_York";
  private static final String BERLIN = "Europe/Berlin";
  private static final String SYDNEY = "Australia/Sydney";

  @ParameterizedTest
  @CsvSource({
    // the wall-clock time stays, the instant moves by the hour that the clocks moved
    "America/New_York, 2026-03-01T18:00, 2026-03-01T23:00:00Z, 2026-03-08T22:00:00Z",
    "America/New_York, 2026-10-25T18:00, 2026-10-25T22:00:00Z, 2026-11-01T23:00:00Z",
    "Europe/Berlin,    2026-03-22T18:00, 2026-03-22T17:00:00Z, 2026-03-29T16:00:00Z",
    "Europe/Berlin,    2026-10-18T18:00, 2026-10-18T16:00:00Z, 2026-10-25T17:00:00Z",
    "Australia/Sydney, 2026-03-29T18:00, 2026-03-29T07:00:00Z, 2026-04-05T08:00:00Z",
    "Australia/Sydney, 2026-09-27T18:00, 2026-09-27T08:00:00Z, 2026-10-04T07:00:00Z",
  })
  void aDaylightSavingChangeNeverMovesTheWallClockTime(
      String zone, LocalDateTime start, String before, String after) {
    assertThat(instants(zone, start, "FREQ=WEEKLY;COUNT=2")).containsExactly(before, after);
  }

  @ParameterizedTest
  @CsvSource({
    // skipped times are read with the offset before the gap
    "America/New_York, 2026-03-08T02:30, 2026-03-08T07:30:00Z",
    "Europe/Berlin,    2026-03-29T02:30, 2026-03-29T01:30:00Z",
    "Australia/Sydney, 2026-10-04T02:30, 2026-10-03T16:30:00Z",
    // times that come twice mean the first
    "America/New_York, 2026-11-01T01:30, 2026-11-01T05:30:00Z",
    "Europe/Berlin,    2026-10-25T02:30, 2026-10-25T00:30:00Z",
    "Australia/Sydney, 2026-04-05T02:30, 2026-04-04T15:30:00Z",
  })
  void aSkippedTimeIsReadWithTheOffsetBeforeAndADoubledOneMeansTheFirst(
      String zone, LocalDateTime local, String instant) {
    assertThat(instants(zone, local.minusDays(1), "FREQ=DAILY;COUNT=2").getLast())
        .isEqualTo(instant);
  }

  @Test
  void theNominalTimeIsKeptBesideTheResolvedOne() {
    var inGap = expand(NEW_YORK, "2026-03-07T02:30", "FREQ=DAILY;COUNT=3").get(1);

    assertThat(inGap.local()).isEqualTo("2026-03-08T02:30");
  }

  @Test
  void twoTimesThatAreTheSameInstantAreOneOccurrence() {
    assertThat(expand(NEW_YORK, "2026-03-08T02:30", "FREQ=DAILY;BYHOUR=2,3;COUNT=3"))
        .extracting(found -> found.local().toString())
        .containsExactly("2026-03-08T02:30", "2026-03-09T02:30");
  }

  @Test
  void untilIsInclusive() {
    assertThat(locals(BERLIN, "2026-03-27T09:00", "FREQ=DAILY;UNTIL=20260329T070000Z"))
        .containsExactly("2026-03-27T09:00", "2026-03-28T09:00", "2026-03-29T09:00");
    assertThat(locals(BERLIN, "2026-03-27T09:00", "FREQ=DAILY;UNTIL=20260329T065959Z"))
        .containsExactly("2026-03-27T09:00", "2026-03-28T09:00");
  }

  @Test
  void countIsTakenBeforeExceptions() {
    var recurrence =
        of(
            NEW_YORK,
            "2026-03-02T09:00",
            "FREQ=DAILY;COUNT=3",
            List.of(),
            List.of("2026-03-03T09:00"));

    assertThat(locals(recurrence)).containsExactly("2026-03-02T09:00", "2026-03-04T09:00");
  }

  @Test
  void anExceptionRemovesOnlyAnExactMatch() {
    var recurrence =
        of(
            NEW_YORK,
            "2026-03-02T09:00",
            "FREQ=DAILY;COUNT=2",
            List.of(),
            List.of("2026-03-03T09:01"));

    assertThat(recurrence.first(10)).hasSize(2);
  }

  @Test
  void anExceptionBeatsAnAddedDate() {
    var recurrence =
        of(
            NEW_YORK,
            "2026-03-02T09:00",
            "FREQ=DAILY;COUNT=1",
            List.of("2026-03-05T09:00", "2026-03-06T09:00"),
            List.of("2026-03-05T09:00"));

    assertThat(locals(recurrence)).containsExactly("2026-03-02T09:00", "2026-03-06T09:00");
  }

  @Test
  void anAddedDateThatTheRuleYieldsTooIsOneOccurrence() {
    var recurrence =
        of(
            NEW_YORK,
            "2026-03-02T09:00",
            "FREQ=DAILY;COUNT=3",
            List.of("2026-03-03T09:00", "2026-03-03T15:00"),
            List.of());

    assertThat(locals(recurrence))
        .containsExactly(
            "2026-03-02T09:00", "2026-03-03T09:00", "2026-03-03T15:00", "2026-03-04T09:00");
  }

  @Test
  void withoutARuleTheStartAndTheAddedDatesAreTheSet() {
    var recurrence =
        Recurrence.of(
            LocalDateTime.parse("2026-03-02T09:00"),
            ZoneId.of(NEW_YORK),
            Optional.empty(),
            List.of(LocalDateTime.parse("2026-03-09T09:00")),
            List.of());

    assertThat(locals(accepted(recurrence)))
        .containsExactly("2026-03-02T09:00", "2026-03-09T09:00");
  }

  @Test
  void theFirstDayOfTheWeekMattersWhenWeeksAreSkipped() {
    // RFC 5545, 3.8.5.3: the pair of examples that differ by WKST only
    assertThat(
            locals(
                NEW_YORK, "1997-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO"))
        .containsExactly(
            "1997-08-05T09:00", "1997-08-10T09:00", "1997-08-19T09:00", "1997-08-24T09:00");
    assertThat(
            locals(
                NEW_YORK, "1997-08-05T09:00", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"))
        .containsExactly(
            "1997-08-05T09:00", "1997-08-17T09:00", "1997-08-19T09:00", "1997-08-31T09:00");
  }

  @Test
  void positionsCountInTheWholeFirstPeriodThoughItIsTruncated() {
    // Monday to Friday are the set of the week; the third of them is Wednesday, also in a week
    // whose Monday lies before the start
    assertThat(
            locals(
                NEW_YORK,
                "2026-03-04T09:00",
                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=3;COUNT=2"))
        .containsExactly("2026-03-04T09:00", "2026-03-11T09:00");
  }

  @Test
  void theLastWorkdayOfTheMonthIsFoundByANegativePosition() {
    assertThat(
            locals(
                NEW_YORK,
                "1997-09-29T09:00",
                "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=3"))
        .containsExactly("1997-09-29T09:00", "1997-10-30T09:00", "1997-11-27T09:00");
  }

  @Test
  void aDateThatDoesNotExistIsSkippedAndNotMoved() {
    assertThat(locals(SYDNEY, "2026-01-31T09:00", "FREQ=MONTHLY;COUNT=3"))
        .containsExactly("2026-01-31T09:00", "2026-03-31T09:00", "2026-05-31T09:00");
    assertThat(locals(SYDNEY, "2024-02-29T09:00", "FREQ=YEARLY;COUNT=2"))
        .containsExactly("2024-02-29T09:00", "2028-02-29T09:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1997-05-12T09:00 | FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3 | 1999-05-17T09:00",
        "1997-05-19T09:00 | FREQ=YEARLY;BYDAY=20MO;COUNT=3 | 1999-05-17T09:00",
        "1997-01-01T09:00 | FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200 | 2006-01-01T09:00",
        "1998-02-13T09:00 | FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=5 | 2000-10-13T09:00",
        "1996-11-05T09:00 | FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3 | 2004-11-02T09:00",
        "1997-09-28T09:00 | FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6 | 1998-02-26T09:00",
        "1997-09-02T09:00 | FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0,20,40;COUNT=7 | 1997-09-03T09:00",
        "1997-09-02T09:00 | FREQ=HOURLY;INTERVAL=3;COUNT=3 | 1997-09-02T15:00",
        "1997-09-02T09:00 | FREQ=MINUTELY;INTERVAL=90;COUNT=4 | 1997-09-02T13:30",
        "2024-02-29T09:00 | FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=9;BYMINUTE=0;BYSECOND=0;COUNT=3 | 2032-02-29T09:00",
        "2024-02-29T09:00 | FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;COUNT=3 | 2032-02-29T09:00",
        "2024-12-30T09:00 | FREQ=YEARLY;BYWEEKNO=1;COUNT=3 | 2027-01-04T09:00",
        "2026-12-28T09:00 | FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;COUNT=2 | 2032-12-27T09:00",
      })
  void findsTheLastOfTheseExamples(LocalDateTime start, String rule, String last) {
    assertThat(locals(NEW_YORK, start.toString(), rule).getLast()).isEqualTo(last);
  }

  @Test
  void aRuleThatYieldsNothingMoreEnds() {
    var recurrence =
        of(
            NEW_YORK,
            "2026-03-02T09:00",
            "FREQ=YEARLY;INTERVAL=7;UNTIL=99991231T235959Z",
            List.of(),
            List.of());

    assertThat(recurrence.first(1000)).hasSizeBetween(70, 75);
  }

  @Test
  void neverComputesMoreThanTheCap() {
    assertThat(of(NEW_YORK, "2026-03-02T09:00", "FREQ=DAILY", List.of(), List.of()).first(5000))
        .hasSize(Recurrence.MOST_OCCURRENCES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COUNT=3 | recurrence-frequency-given",
        "FREQ=FORTNIGHTLY | recurrence-rule-readable",
        "FREQ=WEEKLY;BYWEEK=3 | recurrence-rule-readable",
        "FREQ=WEEKLY;BYDAY=XX | recurrence-rule-readable",
        "FREQ=MONTHLY;BYDAY=+MO | recurrence-rule-readable",
        "FREQ=MONTHLY;BYDAY=0MO | recurrence-rule-readable",
        "FREQ=MONTHLY;BYDAY=54MO | recurrence-rule-readable",
        "FREQ=WEEKLY; | recurrence-rule-readable",
        "FREQ=DAILY;BYHOUR=24 | recurrence-rule-readable",
        "FREQ=DAILY;INTERVAL=two | recurrence-rule-readable",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101T000000Z | recurrence-count-or-until",
        "FREQ=DAILY;INTERVAL=0 | recurrence-interval-positive",
        "FREQ=DAILY;COUNT=0 | recurrence-count-positive",
        "FREQ=WEEKLY;BYMONTHDAY=2 | recurrence-month-day-not-weekly",
        "FREQ=MONTHLY;BYSETPOS=1 | recurrence-position-needs-a-set",
        "FREQ=DAILY;FREQ=DAILY | recurrence-part-once",
        "FREQ=DAILY;COUNT=2;COUNT=2 | recurrence-part-once",
        "FREQ=WEEKLY;BYDAY=1MO | recurrence-ordinal-day-in-month-or-year",
        "FREQ=YEARLY;BYWEEKNO=10;BYDAY=1MO | recurrence-ordinal-day-in-month-or-year",
        "FREQ=MONTHLY;BYWEEKNO=10 | recurrence-week-number-yearly",
        "FREQ=MONTHLY;BYYEARDAY=61 | recurrence-year-day-frequency",
        "FREQ=DAILY;UNTIL=20270101 | recurrence-until-in-utc",
        "FREQ=DAILY;UNTIL=20270101T000000 | recurrence-until-in-utc",
        "FREQ=WEEKLY;BYDAY=TU | recurrence-start-fits-rule",
        "FREQ=DAILY;UNTIL=20260301T000000Z | recurrence-start-fits-rule",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 | recurrence-start-fits-rule",
      })
  void refusesWhatTheStandardForbids(String rule, String slug) {
    var decision =
        Recurrence.of(
            LocalDateTime.parse("2026-03-02T09:00"),
            ZoneId.of(NEW_YORK),
            Optional.of(rule),
            List.of(),
            List.of());

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Refused.class, refused -> assertThat(refused.rule()).isEqualTo(slug));
  }

  @Test
  void refusesAnAddedDateBeforeTheStart() {
    var decision =
        Recurrence.of(
            LocalDateTime.parse("2026-03-02T09:00"),
            ZoneId.of(NEW_YORK),
            Optional.empty(),
            List.of(LocalDateTime.parse("2026-03-01T09:00")),
            List.of());

    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo("recurrence-start-is-first"));
  }

  private static List<Occurrence> expand(String zone, String start, String rule) {
    return of(zone, start, rule, List.of(), List.of()).first(100);
  }

  private static List<String> instants(String zone, LocalDateTime start, String rule) {
    return expand(zone, start.toString(), rule).stream().map(o -> o.instant().toString()).toList();
  }

  private static List<String> locals(String zone, String start, String rule) {
    return locals(of(zone, start, rule, List.of(), List.of()));
  }

  private static List<String> locals(Recurrence recurrence) {
    return recurrence.first(100).stream().map(o -> o.local().toString()).toList();
  }

  private static Recurrence of(
      String zone, String start, String rule, List<String> added, List<String> removed) {
    return accepted(
        Recurrence.of(
            LocalDateTime.parse(start),
            ZoneId.of(zone),
            Optional.of(rule),
            added.stream().map(LocalDateTime::parse).toList(),
            removed.stream().map(LocalDateTime::parse).toList()));
  }

  private static Recurrence accepted(Decision<Recurrence, Void> decision) {
    return switch (decision) {
      case Decision.Applied<Recurrence, Void>(var recurrence, var _) -> recurrence;
      case Decision.Refused<Recurrence, Void>(var rule, var because, var _) ->
          throw new AssertionError(rule + ": " + because);
    };
  }
}
