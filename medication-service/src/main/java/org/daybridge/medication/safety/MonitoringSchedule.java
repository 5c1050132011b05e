package org.daybridge.medication.safety;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.MonitoringItem;
import org.jspecify.annotations.Nullable;

/**
 * When a monitoring item is due: baseline, checkpoints after the start, dose changes, intervals.
 */
final class MonitoringSchedule {

  private static final int CHECKPOINT_TOLERANCE_DAYS = 3;
  private static final int STEADY_STATE_DAYS = 5;

  private MonitoringSchedule() {}

  static boolean isDue(MonitoringItem item, Ingredient drug, Situation situation) {
    return dueOn(item, drug, situation).map(day -> !day.isAfter(situation.asOf())).orElse(false);
  }

  /** The day on which the test is due, past or to come; empty when no routine asks for it. */
  static Optional<LocalDate> dueOn(MonitoringItem item, Ingredient drug, Situation situation) {
    if (!concerns(item, situation)) {
      return Optional.empty();
    }
    var last = lastResult(item, situation);
    var start = start(drug, situation);
    if (start.isEmpty() || start.get().isAfter(situation.asOf())) {
      return situation.isStarting(drug)
          ? baseline(item, last, situation.asOf())
          : withoutStart(item, last, situation.asOf());
    }
    return Stream.of(
            baseline(item, last, start.get()),
            checkpoint(item, start.get(), last, situation.asOf()),
            afterDoseChange(item, drug, last, situation),
            interval(item, start.get(), last, situation.asOf()))
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo);
  }

  private static Optional<LocalDate> baseline(
      MonitoringItem item, @Nullable LocalDate last, LocalDate day) {
    return item.baseline() && last == null ? Optional.of(day) : Optional.empty();
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

  static @Nullable LocalDate lastResult(MonitoringItem item, Situation situation) {
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
  private static Optional<LocalDate> withoutStart(
      MonitoringItem item, @Nullable LocalDate last, LocalDate today) {
    if (last == null) {
      return item.baseline() || !item.phases().isEmpty() ? Optional.of(today) : Optional.empty();
    }
    return item.phases().stream()
        .reduce((first, second) -> second)
        .map(phase -> last.plusDays(phase.everyDays()));
  }

  /** The last checkpoint that was passed without a result, else the next one to come. */
  private static Optional<LocalDate> checkpoint(
      MonitoringItem item, LocalDate start, @Nullable LocalDate last, LocalDate today) {
    var passed =
        item.checkpoints().stream()
            .map(start::plusDays)
            .filter(day -> !day.isAfter(today))
            .max(LocalDate::compareTo)
            .filter(day -> last == null || last.isBefore(day.minusDays(CHECKPOINT_TOLERANCE_DAYS)));
    return passed.or(
        () ->
            item.checkpoints().stream()
                .map(start::plusDays)
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo));
  }

  private static Optional<LocalDate> afterDoseChange(
      MonitoringItem item, Ingredient drug, @Nullable LocalDate last, Situation situation) {
    var after = item.afterDoseChange();
    if (after == null) {
      return Optional.empty();
    }
    return situation.current().stream()
        .filter(taken -> taken.drug().equals(drug))
        .map(taken -> taken.entry().doseChanged())
        .filter(Objects::nonNull)
        .filter(
            change ->
                last == null || last.isBefore(change.plusDays(Math.min(after, STEADY_STATE_DAYS))))
        .map(change -> change.plusDays(after))
        .min(LocalDate::compareTo);
  }

  private static Optional<LocalDate> interval(
      MonitoringItem item, LocalDate start, @Nullable LocalDate last, LocalDate today) {
    var interval = item.intervalOn(ChronoUnit.DAYS.between(start, today));
    var since = last == null || last.isBefore(start.minusDays(90)) ? start : last;
    return interval.isPresent()
        ? Optional.of(since.plusDays(interval.getAsInt()))
        : Optional.empty();
  }
}
