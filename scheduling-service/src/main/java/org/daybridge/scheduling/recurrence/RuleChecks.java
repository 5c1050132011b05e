package org.daybridge.scheduling.recurrence;

import static org.daybridge.kit.decision.Decision.refused;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.recurrence.RecurrenceRule.Frequency;

/** What the parts of an RRULE may not say together (RFC 5545, 3.3.10). */
final class RuleChecks {
  private static final List<Function<RecurrenceRule, Optional<Refusal>>> CHECKS =
      List.of(
          RuleChecks::intervalIsPositive,
          RuleChecks::countIsPositive,
          RuleChecks::countOrUntil,
          RuleChecks::monthDayNotInWeekly,
          RuleChecks::yearDayFrequency,
          RuleChecks::weekNumberOnlyYearly,
          RuleChecks::ordinalDaysOnlyInMonthOrYear,
          RuleChecks::positionNeedsASet);

  private RuleChecks() {}

  static Decision<RecurrenceRule, Void> check(RecurrenceRule rule) {
    for (var check : CHECKS) {
      var refusal = check.apply(rule);
      if (refusal.isPresent()) {
        return refused(refusal.get().rule(), refusal.get().because());
      }
    }
    return new Decision.Applied<>(rule, List.of());
  }

  /** INTERVAL is at least 1. */
  private static Optional<Refusal> intervalIsPositive(RecurrenceRule rule) {
    return unless(
        rule.interval() >= 1, "recurrence-interval-positive", "INTERVAL must be at least 1");
  }

  /** COUNT is at least 1. */
  private static Optional<Refusal> countIsPositive(RecurrenceRule rule) {
    return unless(
        rule.count().orElse(1) >= 1, "recurrence-count-positive", "COUNT must be at least 1");
  }

  /** COUNT and UNTIL exclude each other. */
  private static Optional<Refusal> countOrUntil(RecurrenceRule rule) {
    return unless(
        rule.count().isEmpty() || rule.until().isEmpty(),
        "recurrence-count-or-until",
        "COUNT and UNTIL may not be given together");
  }

  /** BYMONTHDAY has no meaning in a week. */
  private static Optional<Refusal> monthDayNotInWeekly(RecurrenceRule rule) {
    return unless(
        rule.monthDays().isEmpty() || rule.frequency() != Frequency.WEEKLY,
        "recurrence-month-day-not-weekly",
        "BYMONTHDAY may not be given with FREQ=WEEKLY");
  }

  /** BYYEARDAY has no meaning in a day, week or month. */
  private static Optional<Refusal> yearDayFrequency(RecurrenceRule rule) {
    boolean meaningless =
        switch (rule.frequency()) {
          case DAILY, WEEKLY, MONTHLY -> true;
          case SECONDLY, MINUTELY, HOURLY, YEARLY -> false;
        };
    return unless(
        rule.yearDays().isEmpty() || !meaningless,
        "recurrence-year-day-frequency",
        "BYYEARDAY may not be given with FREQ=" + rule.frequency());
  }

  /** BYWEEKNO counts the weeks of a year. */
  private static Optional<Refusal> weekNumberOnlyYearly(RecurrenceRule rule) {
    return unless(
        rule.weekNumbers().isEmpty() || rule.frequency() == Frequency.YEARLY,
        "recurrence-week-number-yearly",
        "BYWEEKNO may only be given with FREQ=YEARLY");
  }

  /** A weekday with an ordinal counts within a month or a year, and not beside week numbers. */
  private static Optional<Refusal> ordinalDaysOnlyInMonthOrYear(RecurrenceRule rule) {
    boolean ordinal = rule.days().stream().anyMatch(day -> day.ordinal() != 0);
    boolean counts =
        rule.frequency() == Frequency.MONTHLY
            || (rule.frequency() == Frequency.YEARLY && rule.weekNumbers().isEmpty());
    return unless(
        !ordinal || counts,
        "recurrence-ordinal-day-in-month-or-year",
        "BYDAY may carry a number only with FREQ=MONTHLY, or FREQ=YEARLY without BYWEEKNO");
  }

  /** BYSETPOS chooses from a set that another BY part makes. */
  private static Optional<Refusal> positionNeedsASet(RecurrenceRule rule) {
    boolean otherPart =
        !(rule.months().isEmpty()
            && rule.weekNumbers().isEmpty()
            && rule.yearDays().isEmpty()
            && rule.monthDays().isEmpty()
            && rule.days().isEmpty()
            && rule.hours().isEmpty()
            && rule.minutes().isEmpty()
            && rule.seconds().isEmpty());
    return unless(
        rule.positions().isEmpty() || otherPart,
        "recurrence-position-needs-a-set",
        "BYSETPOS needs another BY part to choose from");
  }

  private static Optional<Refusal> unless(boolean holds, String rule, String because) {
    return holds ? Optional.empty() : Optional.of(new Refusal(rule, because));
  }

  private record Refusal(String rule, String because) {}
}
