package org.daybridge.medication.misseddose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.adherence.AdherenceReport;
import org.daybridge.medication.adherence.AdherenceReport.Barrier;
import org.daybridge.medication.adherence.AdherenceReport.Source;
import org.daybridge.medication.adherence.AdherenceReport.Taken;
import org.daybridge.medication.misseddose.MissedDoseRules.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissedDoseRulesTest {
  /** A Monday. */
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  private final List<AdherenceReport> reports = new ArrayList<>();

  private void told(int day, Taken taken, Barrier... barriers) {
    told(Source.PATIENT, day, day, taken, barriers);
  }

  private void told(Source source, int from, int to, Taken taken, Barrier... barriers) {
    var at =
        MONDAY.plusDays(to).atTime(20, 0).toInstant(ZoneOffset.UTC).plusSeconds(reports.size());
    reports.add(
        new AdherenceReport(
            UUID.randomUUID(),
            new PatientId(UUID.randomUUID()),
            null,
            source,
            MONDAY.plusDays(from),
            MONDAY.plusDays(to),
            null,
            null,
            taken,
            List.of(barriers),
            UUID.randomUUID(),
            at,
            Instant.EPOCH,
            false));
  }

  private List<MissedDosePattern> patterns() {
    return new MissedDoseRules(new Limits(3, 2, 4, 3))
        .of(reports, DoseDays.of(reports, MONDAY, MONDAY.plusDays(27)));
  }

  @ParameterizedTest
  @CsvSource({"2, 0", "3, 1", "4, 1"})
  void threeDaysOneAfterTheOtherAreAPattern(int days, int patterns) {
    for (int day = 0; day < days; day++) {
      told(day, Taken.NONE);
    }

    assertThat(patterns()).hasSize(patterns);
    if (patterns > 0) {
      assertThat(patterns().getFirst())
          .extracting(MissedDosePattern::ruleId, MissedDosePattern::from, MissedDosePattern::times)
          .containsExactly("days-missed-in-a-row", MONDAY, days);
    }
  }

  @Test
  void aDayThatNobodyToldOfEndsTheStretch() {
    told(0, Taken.NONE);
    told(1, Taken.NONE);
    told(3, Taken.NONE);

    assertThat(patterns()).isEmpty();
  }

  @Test
  void oneReportMayCoverSeveralDays() {
    told(Source.STAFF, 0, 4, Taken.NONE);

    assertThat(patterns()).singleElement().extracting(MissedDosePattern::times).isEqualTo(5);
  }

  @Test
  void someOfSeveralDaysSaysNothingOfASingleDay() {
    told(Source.PATIENT, 0, 6, Taken.SOME);

    assertThat(DoseDays.of(reports, MONDAY, MONDAY.plusDays(27)).states()).isEmpty();
  }

  @Test
  void whatWasSeenCountsOverWhatWasTold() {
    told(Source.OBSERVED, 1, 1, Taken.ALL);
    told(Source.PATIENT, 0, 2, Taken.NONE);

    assertThat(patterns()).isEmpty();
  }

  @Test
  void twoWeekendsAndTwiceAsOftenAsOtherDaysAreAPattern() {
    for (int day = 0; day < 14; day++) {
      boolean weekend = day % 7 > 4;
      told(day, weekend && day % 7 == 5 ? Taken.NONE : Taken.ALL);
    }

    assertThat(patterns())
        .singleElement()
        .satisfies(
            pattern -> {
              assertThat(pattern.ruleId()).isEqualTo("weekend-pattern");
              assertThat(pattern.because()).isEqualTo("2 of 4 weekend days, 0 of 10 other days.");
            });
  }

  @Test
  void whoMissesAsOftenOnOtherDaysHasNoWeekendPattern() {
    for (int day = 0; day < 14; day++) {
      told(day, day % 2 == 1 ? Taken.NONE : Taken.ALL);
    }

    assertThat(patterns()).isEmpty();
  }

  @Test
  void weekendsAloneAreNotCompared() {
    told(5, Taken.NONE);
    told(12, Taken.NONE);

    assertThat(patterns()).isEmpty();
  }

  @Test
  void fourDaysWithoutEveryDoseAndABarrierToldThreeTimesArePatterns() {
    told(0, Taken.SOME, Barrier.COST);
    told(2, Taken.MOST, Barrier.COST, Barrier.FORGOT);
    told(4, Taken.SOME, Barrier.COST);
    told(8, Taken.SOME);

    assertThat(patterns())
        .extracting(MissedDosePattern::ruleId, MissedDosePattern::times)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("doses-partly-missed", 4),
            org.assertj.core.api.Assertions.tuple("barrier-repeats", 3));
  }
}
