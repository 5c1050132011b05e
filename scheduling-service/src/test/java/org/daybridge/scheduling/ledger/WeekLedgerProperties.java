package org.daybridge.scheduling.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.scheduling.attendance.Attendance.Status;

/** The ledger's promise: billable ≤ documented ≤ attended, for each patient and day. */
class WeekLedgerProperties {
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  private static final ClinicWeek WEEK = new ClinicWeek(MONDAY, ZoneId.of("America/New_York"));

  @Property(tries = 500)
  void billableIsAtMostDocumentedIsAtMostAttended(@ForAll("lines") List<LedgerLine> lines) {
    var ledger = ledger(lines);

    assertThat(ledger.days())
        .allMatch(day -> day.billable() <= day.documented() && day.documented() <= day.attended());
  }

  @Property(tries = 500)
  void everyClinicalMinuteThatIsAttendedAndNotBillableIsNamed(
      @ForAll("lines") List<LedgerLine> lines) {
    var ledger = ledger(lines);
    var named = Set.of("note-unsigned", "session-type-not-billable", "program-day-minutes");

    int lost =
        ledger.differences().stream()
            .filter(difference -> named.contains(difference.rule()))
            .mapToInt(Difference::minutes)
            .sum();
    assertThat(ledger.attended() - ledger.billable()).isEqualTo(lost);
  }

  private static WeekLedger ledger(List<LedgerLine> lines) {
    var open = MONDAY.datesUntil(MONDAY.plusDays(5)).collect(Collectors.toSet());
    return WeekLedger.of(
        WEEK,
        HourBand.ofHours(9, 20),
        ShortWeek.full(open),
        540,
        lines,
        new DayRules(180, 4),
        WEEK.end());
  }

  @Provide
  Arbitrary<List<LedgerLine>> lines() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 6),
            Arbitraries.integers().between(0, 240),
            Arbitraries.integers().between(0, 240),
            Arbitraries.integers().between(0, 300).optional(),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(
            (day, scheduled, attended, documented, clinical, billable, needsNote) ->
                line(day, scheduled, attended, documented, clinical, billable, needsNote))
        .list()
        .ofMaxSize(15);
  }

  private static LedgerLine line(
      int day,
      int scheduled,
      int attended,
      Optional<Integer> documented,
      boolean clinical,
      boolean billable,
      boolean needsNote) {
    return new LedgerLine(
        new SessionId(UUID.randomUUID()),
        "group",
        MONDAY.plusDays(day).atTime(9, 0).atZone(WEEK.zone()).toInstant(),
        scheduled,
        attended,
        attended > 0 ? Status.PRESENT : Status.NO_SHOW,
        clinical,
        billable,
        needsNote,
        documented,
        attended > 0);
  }
}
