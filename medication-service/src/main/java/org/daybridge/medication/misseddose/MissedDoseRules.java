package org.daybridge.medication.misseddose;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybridge.medication.adherence.AdherenceReport;
import org.daybridge.medication.adherence.AdherenceReport.Barrier;
import org.daybridge.medication.misseddose.DoseDays.State;

/**
 * Patterns in missed doses. They describe what was reported and ask somebody to talk about it; a
 * pattern is no judgement and changes no order.
 */
final class MissedDoseRules {
  private static final int WEEKDAYS_TO_COMPARE = 5;

  private final Limits limits;

  MissedDoseRules(Limits limits) {
    this.limits = limits;
  }

  /** The numbers of the rule pack in force. */
  record Limits(int daysInARow, int weekends, int partlyMissedDays, int barrierReports) {}

  List<MissedDosePattern> of(List<AdherenceReport> reports, DoseDays days) {
    return Stream.of(
            daysMissedInARow(days),
            weekendPattern(days),
            dosesPartlyMissed(days),
            barrierRepeats(reports))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The latest stretch of days one after the other; a day that nobody told of ends it. */
  private Optional<MissedDosePattern> daysMissedInARow(DoseDays days) {
    MissedDosePattern found = null;
    var run = new ArrayList<LocalDate>();
    for (var day : days.days(State.MISSED)) {
      if (!run.isEmpty() && !run.getLast().plusDays(1).equals(day)) {
        run.clear();
      }
      run.add(day);
      if (run.size() >= limits.daysInARow()) {
        found =
            new MissedDosePattern(
                "days-missed-in-a-row",
                run.getFirst(),
                day,
                run.size(),
                "%d days one after the other.".formatted(run.size()));
      }
    }
    return Optional.ofNullable(found);
  }

  /** Missed on several weekends, and at least twice as often as on other days. */
  private Optional<MissedDosePattern> weekendPattern(DoseDays days) {
    var missed = days.days(State.MISSED).stream().filter(MissedDoseRules::isWeekend).toList();
    var weekends = new HashSet<LocalDate>();
    missed.forEach(
        day -> weekends.add(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY))));
    long weekendDays = days.states().keySet().stream().filter(MissedDoseRules::isWeekend).count();
    long otherDays = days.states().size() - weekendDays;
    long otherMissed = days.days(State.MISSED).size() - missed.size();
    boolean oftener = missed.size() * otherDays >= 2 * otherMissed * weekendDays;
    return weekends.size() >= limits.weekends() && otherDays >= WEEKDAYS_TO_COMPARE && oftener
        ? Optional.of(
            new MissedDosePattern(
                "weekend-pattern",
                missed.getFirst(),
                missed.getLast(),
                missed.size(),
                "%d of %d weekend days, %d of %d other days."
                    .formatted(missed.size(), weekendDays, otherMissed, otherDays)))
        : Optional.empty();
  }

  private Optional<MissedDosePattern> dosesPartlyMissed(DoseDays days) {
    var partly = days.days(State.PARTLY);
    return partly.size() >= limits.partlyMissedDays()
        ? Optional.of(
            new MissedDosePattern(
                "doses-partly-missed",
                partly.getFirst(),
                partly.getLast(),
                partly.size(),
                "On %d days not every dose was taken.".formatted(partly.size())))
        : Optional.empty();
  }

  /** The barrier that was told most, if it was told often enough. */
  private Optional<MissedDosePattern> barrierRepeats(List<AdherenceReport> reports) {
    var told = new EnumMap<Barrier, List<LocalDate>>(Barrier.class);
    for (var report : reports) {
      for (var barrier : new HashSet<>(report.barriers())) {
        told.computeIfAbsent(barrier, _ -> new ArrayList<>()).add(report.coversTo());
      }
    }
    return told.entrySet().stream()
        .filter(barrier -> barrier.getValue().size() >= limits.barrierReports())
        .max(java.util.Comparator.comparingInt(barrier -> barrier.getValue().size()))
        .map(
            barrier ->
                new MissedDosePattern(
                    "barrier-repeats",
                    barrier.getValue().stream().min(LocalDate::compareTo).orElseThrow(),
                    barrier.getValue().stream().max(LocalDate::compareTo).orElseThrow(),
                    barrier.getValue().size(),
                    "%s in %d reports.".formatted(barrier.getKey(), barrier.getValue().size())));
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
