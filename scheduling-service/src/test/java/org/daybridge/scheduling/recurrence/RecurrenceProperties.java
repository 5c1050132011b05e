package org.daybridge.scheduling.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.daybridge.kit.decision.Decision;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;

/** What holds for every rule, and the agreement with lib-recur where lib-recur is right. */
class RecurrenceProperties {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final List<String> ZONES =
      List.of("America/New_York", "Europe/Berlin", "Australia/Sydney");

  @Property(tries = 300)
  void everyOccurrenceKeepsTheWallClockTimeOfTheStart(
      @ForAll("zones") ZoneId zone, @ForAll("starts") LocalDateTime start) {
    var occurrences = accepted(zone, start, "FREQ=DAILY;COUNT=400").first(400);

    assertThat(occurrences)
        .hasSize(400)
        .allMatch(occurrence -> occurrence.local().toLocalTime().equals(start.toLocalTime()))
        .allMatch(
            occurrence ->
                !zone.getRules().getValidOffsets(occurrence.local()).isEmpty()
                    ? occurrence.instant().atZone(zone).toLocalDateTime().equals(occurrence.local())
                    : occurrence
                        .instant()
                        .atZone(zone)
                        .toLocalDateTime()
                        .isAfter(occurrence.local()));
  }

  @Property(tries = 300)
  void occurrencesAreInOrderAndNeverTheSameInstantTwice(
      @ForAll("zones") ZoneId zone,
      @ForAll("starts") LocalDateTime start,
      @ForAll("rules") String rule) {
    var occurrences = accepted(zone, snapped(rule, start), rule).first(60);

    assertThat(occurrences).extracting(Occurrence::instant).isSorted().doesNotHaveDuplicates();
  }

  @Property(tries = 1000)
  void agreesWithLibRecur(@ForAll("starts") LocalDateTime start, @ForAll("rules") String rule)
      throws InvalidRecurrenceRuleException {
    LocalDateTime first = snapped(rule, start);
    var ours = new ArrayList<LocalDateTime>();
    accepted(ZoneOffset.UTC, first, rule).first(30).forEach(found -> ours.add(found.local()));

    var theirs = new ArrayList<LocalDateTime>();
    var iterator =
        new org.dmfs.rfc5545.recur.RecurrenceRule(rule)
            .iterator(
                new DateTime(
                    first.getYear(),
                    first.getMonthValue() - 1,
                    first.getDayOfMonth(),
                    first.getHour(),
                    first.getMinute(),
                    0));
    while (theirs.size() < ours.size() && iterator.hasNext()) {
      var next = iterator.nextDateTime();
      theirs.add(
          LocalDateTime.of(
              next.getYear(),
              next.getMonth() + 1,
              next.getDayOfMonth(),
              next.getHours(),
              next.getMinutes()));
    }
    assertThat(ours).as(rule + " from " + first).isEqualTo(theirs);
  }

  /** Moves an arbitrary start to the first moment that the rule yields. */
  private static LocalDateTime snapped(String rule, LocalDateTime start) {
    var parsed = (Decision.Applied<RecurrenceRule, Void>) RecurrenceRule.parse(rule);
    var expansion = new RuleExpansion(parsed.next(), start);
    LocalDateTime first = expansion.next();
    // what a rule leaves open follows the start, so that a moved start may be off the rule again
    return new RuleExpansion(parsed.next(), first).next();
  }

  private static Recurrence accepted(ZoneId zone, LocalDateTime start, String rule) {
    var decision = Recurrence.of(start, zone, Optional.of(rule), List.of(), List.of());
    return ((Decision.Applied<Recurrence, Void>) decision).next();
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZONES).map(ZoneId::of);
  }

  @Provide
  Arbitrary<LocalDateTime> starts() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1500), Arbitraries.integers().between(0, 95))
        .as(
            (day, quarter) ->
                LocalDate.of(2025, 1, 1)
                    .plusDays(day)
                    .atTime(LocalTime.MIDNIGHT.plusMinutes(15L * quarter)));
  }

  @Provide
  Arbitrary<String> rules() {
    var interval = Arbitraries.integers().between(1, 4);
    var weekStart = Arbitraries.of("", ";WKST=SU", ";WKST=MO");
    var weekly =
        Combinators.combine(interval, dayNames(), weekStart)
            .as((n, days, wkst) -> "FREQ=WEEKLY;INTERVAL=" + n + ";BYDAY=" + days + wkst);
    var monthlyByDay =
        Combinators.combine(interval, Arbitraries.of(1, 2, 3, 4, -1, -2), Arbitraries.of(DAYS))
            .as((n, ordinal, day) -> "FREQ=MONTHLY;INTERVAL=" + n + ";BYDAY=" + ordinal + day);
    var monthlyByDate =
        Combinators.combine(interval, Arbitraries.of(1, 15, 28, 30, 31, -1, -3))
            .as((n, date) -> "FREQ=MONTHLY;INTERVAL=" + n + ";BYMONTHDAY=" + date);
    var monthlyByPosition =
        Combinators.combine(dayNames(), Arbitraries.of(1, 2, -1))
            .as((days, position) -> "FREQ=MONTHLY;BYDAY=" + days + ";BYSETPOS=" + position);
    var yearly =
        Combinators.combine(
                Arbitraries.integers().between(1, 12),
                Arbitraries.of(1, 2, -1),
                Arbitraries.of(DAYS))
            .as((month, n, day) -> "FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=" + n + day);
    var daily =
        Combinators.combine(interval, Arbitraries.integers().between(1, 12))
            .as((n, month) -> "FREQ=DAILY;INTERVAL=" + n + ";BYMONTH=" + month);
    return Arbitraries.oneOf(weekly, monthlyByDay, monthlyByDate, monthlyByPosition, yearly, daily);
  }

  private static Arbitrary<String> dayNames() {
    return Arbitraries.of(DayOfWeek.class)
        .set()
        .ofMinSize(1)
        .map(Set::stream)
        .map(
            days ->
                days.sorted()
                    .map(day -> DAYS.get(day.getValue() - 1))
                    .collect(Collectors.joining(",")));
  }
}
