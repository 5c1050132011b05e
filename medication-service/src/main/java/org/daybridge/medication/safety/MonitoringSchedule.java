package org.daybridge.medication.safety;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.MonitoringItem;
import org.jspecify.annotations.Nullable;

/**
 * When a monitoring item is due: baseline, checkpoints after the start, dose changes, intervals.
 */
final class MonitoringSchedule {

  private static final int CHECKPOINT_TOLERANCE_DAYS = 3;

  private MonitoringSchedule() {}

  static boolean isDue(MonitoringItem item, Ingredient drug, Situation situation) {
    if (!concerns(item, situation)) {
      return false;
    }
    var last = lastResult(item, situation);
    var start = start(drug, situation);
    if (start.isEmpty() || start.get().isAfter(situation.asOf())) {
      return situation.isStarting(drug)
          ? item.baseline() && last == null
          : isDueWithoutStart(item, last, situation.asOf());
    }
    return (item.baseline() && last == null)
        || isCheckpointMissed(item, start.get(), last, situation.asOf())
        || isOwedAfterDoseChange(item, drug, last, situation)
        || isIntervalOver(item, start.get(), last, situation.asOf());
  }

  /** Some tests concern only some people: who could become pregnant, who has a heart disease … */
  private static boolean concerns(MonitoringItem item, Situation situation) {
    return item.onlyIf().isEmpty()
        || item.onlyIf().stream()
            .anyMatch(
                who -> {
                  if (who.equals("childbearing")) {
                    return situation.patient().couldBecomePregnant();
                  }
                  if (who.startsWith("age>")) {
                    var age = situation.patient().age();
                    return age != null && age > Integer.parseInt(who.substring(4));
                  }
                  return situation.conditions().contains(who);
                });
  }

  private static @Nullable LocalDate lastResult(MonitoringItem item, Situation situation) {
    return situation.results(item.test()).stream()
        .map(LabResult::date)
        .map(date -> date == null ? situation.asOf() : date)
        .findFirst()
        .orElse(null);
  }

  /** The earliest known start of what is taken now. */
  private static Optional<LocalDate> start(Ingredient drug, Situation situation) {
    return situation.current().stream()
        .filter(taken -> taken.drug().equals(drug))
        .map(taken -> taken.entry().start())
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo);
  }

  /** Without a start the longest interval counts: the drug may have been taken for years. */
  private static boolean isDueWithoutStart(
      MonitoringItem item, @Nullable LocalDate last, LocalDate today) {
    if (last == null) {
      return item.baseline() || !item.phases().isEmpty();
    }
    return item.phases().stream()
        .reduce((first, second) -> second)
        .map(phase -> ChronoUnit.DAYS.between(last, today) >= phase.everyDays())
        .orElse(false);
  }

  private static boolean isCheckpointMissed(
      MonitoringItem item, LocalDate start, @Nullable LocalDate last, LocalDate today) {
    return item.checkpoints().stream()
        .map(start::plusDays)
        .filter(day -> !day.isAfter(today))
        .max(LocalDate::compareTo)
        .map(day -> last == null || last.isBefore(day.minusDays(CHECKPOINT_TOLERANCE_DAYS)))
        .orElse(false);
  }

  private static boolean isOwedAfterDoseChange(
      MonitoringItem item, Ingredient drug, @Nullable LocalDate last, Situation situation) {
    var after = item.afterDoseChange();
    return after != null
        && situation.current().stream()
            .filter(taken -> taken.drug().equals(drug))
            .map(taken -> taken.entry().doseChanged())
            .filter(Objects::nonNull)
            .filter(change -> !change.plusDays(after).isAfter(situation.asOf()))
            .anyMatch(change -> last == null || last.isBefore(change.plusDays(Math.min(after, 5))));
  }

  private static boolean isIntervalOver(
      MonitoringItem item, LocalDate start, @Nullable LocalDate last, LocalDate today) {
    var interval = item.intervalOn(ChronoUnit.DAYS.between(start, today));
    var since = last == null || last.isBefore(start.minusDays(90)) ? start : last;
    return interval.isPresent() && ChronoUnit.DAYS.between(since, today) >= interval.getAsInt();
  }
}
