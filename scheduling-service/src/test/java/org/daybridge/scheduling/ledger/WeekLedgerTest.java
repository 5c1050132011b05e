package org.daybridge.scheduling.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.scheduling.attendance.Attendance.Status;
import org.daybridge.scheduling.ledger.HourBand.BandLimits;
import org.daybridge.scheduling.ledger.ShortWeek.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekLedgerTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final ClinicWeek WEEK = new ClinicWeek(MONDAY, NEW_YORK);
  private static final HourBand ADULT = HourBand.ofHours(9, 20);
  private static final DayRules DAYS = new DayRules(180, 4);
  private static final BandLimits LIMITS = new BandLimits(9, 6, 20, 18);
  private static final Set<LocalDate> WORKDAYS =
      MONDAY.datesUntil(MONDAY.plusDays(5)).collect(Collectors.toSet());
  private static final Instant AFTERWARDS = WEEK.end();

  @ParameterizedTest
  @CsvSource({
    "539, 0, BELOW",
    "540, 0, MET",
    "1199, 0, MET",
    "1200, 0, OVER",
    "1260, 0, OVER",
  })
  void aWeekThatIsOverIsBelowMetOrOver(int attended, int toCome, WeekState state) {
    assertThat(WeekState.of(attended, toCome, ADULT, true)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 540, ON_TRACK",
    "0, 539, AT_RISK",
    "360, 180, ON_TRACK",
    "360, 179, AT_RISK",
    "540, 0, MET",
    "1140, 120, MET",
    "1200, 0, OVER",
  })
  void aRunningWeekIsMeasuredWithWhatIsStillToCome(int attended, int toCome, WeekState state) {
    assertThat(WeekState.of(attended, toCome, ADULT, false)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "INTENSIVE_OUTPATIENT, 2000-01-01, 540, 1200",
    // the eighteenth birthday on the Monday makes the week an adult's
    "INTENSIVE_OUTPATIENT, 2008-03-02, 540, 1200",
    "INTENSIVE_OUTPATIENT, 2008-03-03, 360, 1200",
    "OUTPATIENT, 2000-01-01, 0, 540",
    "PARTIAL_HOSPITALIZATION, 2000-01-01, 1200, 10080",
  })
  void theBandBelongsToTheLevelOfCareAndTheAge(
      LevelOfCare level, LocalDate birthDate, int least, int under) {
    assertThat(HourBand.of(level, birthDate, MONDAY, LIMITS)).isEqualTo(new HourBand(least, under));
  }

  @Test
  void threeDaysOfThreeHoursMeetTheMinimum() {
    var ledger = ledger(daysOfThreeHours(3), AFTERWARDS);

    assertThat(ledger.attended()).isEqualTo(540);
    assertThat(ledger.state()).isEqualTo(WeekState.MET);
    assertThat(ledger.days()).hasSize(3).allMatch(ProgramDay::programDay);
    assertThat(ledger.differences()).isEmpty();
  }

  @Test
  void mutualSupportAddsNoHoursAndIsNamed() {
    var lines = new ArrayList<>(daysOfThreeHours(2));
    lines.add(line(2, "09:00", 180, 180, Status.PRESENT, false, true));

    var ledger = ledger(lines, AFTERWARDS);

    assertThat(ledger.attended()).isEqualTo(360);
    assertThat(ledger.state()).isEqualTo(WeekState.BELOW);
    assertThat(ledger.differences())
        .extracting(Difference::rule)
        .containsExactly("session-type-not-clinical");
  }

  @Test
  void aNoShowIsNamedAndMakesTheWeekAtRisk() {
    var lines = new ArrayList<>(daysOfThreeHours(2));
    lines.add(line(2, "09:00", 180, 0, Status.NO_SHOW, true, true));

    var ledger = ledger(lines, MONDAY.plusDays(3).atStartOfDay(NEW_YORK).toInstant());

    assertThat(ledger.state()).isEqualTo(WeekState.AT_RISK);
    assertThat(ledger.missing()).isEqualTo(180);
    assertThat(ledger.differences())
        .containsExactly(
            new Difference(
                "no-show", MONDAY.plusDays(2), Optional.of(lines.getLast().session()), 180));
  }

  @Test
  void anExcusedAbsenceEarnsNoMinutes() {
    var ledger = ledger(List.of(line(0, "09:00", 180, 0, Status.EXCUSED, true, true)), AFTERWARDS);

    assertThat(ledger.attended()).isZero();
    assertThat(ledger.differences())
        .extracting(Difference::rule)
        .containsExactly("absence-excused");
  }

  @Test
  void minutesWithoutASignedNoteAreAttendedAndNotDocumented() {
    var ledger = ledger(List.of(unsigned(0, 180)), AFTERWARDS);

    assertThat(ledger.attended()).isEqualTo(180);
    assertThat(ledger.documented()).isZero();
    assertThat(ledger.billable()).isZero();
    assertThat(ledger.differences()).extracting(Difference::rule).containsExactly("note-unsigned");
  }

  @Test
  void aNoteOfMoreMinutesThanWereAttendedDocumentsOnlyThese() {
    var ledger =
        ledger(
            List.of(
                new LedgerLine(
                    session(),
                    "group",
                    at(0, "09:00"),
                    180,
                    180,
                    Status.PRESENT,
                    true,
                    true,
                    true,
                    Optional.of(240),
                    true)),
            AFTERWARDS);

    assertThat(ledger.documented()).isEqualTo(180);
  }

  @ParameterizedTest
  @CsvSource({"179, false, 0", "180, true, 180"})
  void aProgramDayTakesThreeHours(int minutes, boolean programDay, int billable) {
    var ledger =
        ledger(List.of(line(0, "09:00", 180, minutes, Status.PRESENT, true, true)), AFTERWARDS);

    assertThat(ledger.days().getFirst().programDay()).isEqualTo(programDay);
    assertThat(ledger.billable()).isEqualTo(billable);
  }

  @ParameterizedTest
  @CsvSource({"3, false", "4, true"})
  void theHigherDayRateTakesFourServices(int services, boolean higher) {
    var lines = new ArrayList<LedgerLine>();
    for (int i = 0; i < services; i++) {
      lines.add(line(0, "%02d:00".formatted(9 + i), 60, 60, Status.PRESENT, true, true));
    }

    assertThat(ledger(lines, AFTERWARDS).days().getFirst().higherRate()).isEqualTo(higher);
  }

  @Test
  void theWeekOfAdmissionIsProratedAndItsDaysNamed() {
    var leftOut =
        Map.of(
            MONDAY,
            Reason.BEFORE_ADMISSION,
            MONDAY.plusDays(1),
            Reason.BEFORE_ADMISSION,
            MONDAY.plusDays(2),
            Reason.HOLIDAY);
    var ledger =
        WeekLedger.of(
            WEEK, ADULT, new ShortWeek(WORKDAYS, leftOut), 540, List.of(), DAYS, AFTERWARDS);

    assertThat(ledger.band().least()).isEqualTo(216);
    assertThat(ledger.leftOut()).isEqualTo(leftOut);
  }

  @Test
  void aDayOnWhichTheClinicIsNeverOpenShortensNothing() {
    var leftOut = Map.of(MONDAY.plusDays(6), Reason.HOLIDAY);

    assertThat(new ShortWeek(WORKDAYS, leftOut).prorated(ADULT)).isEqualTo(ADULT);
  }

  @ParameterizedTest
  @CsvSource({
    // Monday midnight on the wall clock, also around the changes, in three zones
    "America/New_York, 2026-03-02, 2026-03-02T05:00:00Z, 167",
    "America/New_York, 2026-10-26, 2026-10-26T04:00:00Z, 169",
    "Europe/Berlin,    2026-03-23, 2026-03-22T23:00:00Z, 167",
    "Australia/Sydney, 2026-03-30, 2026-03-29T13:00:00Z, 169",
  })
  void aWeekBeginsOnMondayMidnightOfTheSitesZone(
      ZoneId zone, LocalDate monday, Instant start, long hours) {
    var week = ClinicWeek.holding(monday.plusDays(3), zone);

    assertThat(week.start()).isEqualTo(start);
    assertThat(Duration.between(week.start(), week.end()).toHours()).isEqualTo(hours);
    assertThat(week.holds(week.end())).isFalse();
    assertThat(week.holds(week.end().minusMillis(1))).isTrue();
  }

  private static WeekLedger ledger(List<LedgerLine> lines, Instant now) {
    return WeekLedger.of(WEEK, ADULT, ShortWeek.full(WORKDAYS), 540, lines, DAYS, now);
  }

  private static List<LedgerLine> daysOfThreeHours(int days) {
    var lines = new ArrayList<LedgerLine>();
    for (int day = 0; day < days; day++) {
      for (String time : List.of("09:00", "10:00", "11:00")) {
        lines.add(line(day, time, 60, 60, Status.PRESENT, true, true));
      }
    }
    return lines;
  }

  private static LedgerLine unsigned(int day, int minutes) {
    return new LedgerLine(
        session(),
        "group",
        at(day, "09:00"),
        minutes,
        minutes,
        Status.PRESENT,
        true,
        true,
        true,
        Optional.empty(),
        true);
  }

  private static LedgerLine line(
      int day,
      String time,
      int scheduled,
      int attended,
      Status status,
      boolean clinical,
      boolean billable) {
    return new LedgerLine(
        session(),
        "group",
        at(day, time),
        scheduled,
        attended,
        status,
        clinical,
        billable,
        true,
        Optional.of(attended),
        status.attended());
  }

  private static SessionId session() {
    return new SessionId(UUID.randomUUID());
  }

  private static Instant at(int day, String time) {
    return MONDAY
        .plusDays(day)
        .atTime(java.time.LocalTime.parse(time))
        .atZone(NEW_YORK)
        .toInstant();
  }
}
