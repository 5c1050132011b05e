package org.daybridge.scheduling.recurrence;

import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.daybridge.scheduling.recurrence.RecurrenceRule.Frequency;
import org.daybridge.scheduling.recurrence.RecurrenceRule.WeekdayOccurrence;

/**
 * Which days a rule means. What the rule leaves open is taken from the start: a yearly rule without
 * a day means the start's day and month, a monthly one its day, a weekly one its weekday. A date
 * that does not exist is skipped, never moved.
 */
final class DayFilter {
  private final SortedSet<Integer> months;
  private final SortedSet<Integer> weekNumbers;
  private final SortedSet<Integer> yearDays;
  private final SortedSet<Integer> monthDays;
  private final List<WeekdayOccurrence> days;
  private final boolean ordinalsCountInMonth;
  private final WeekFields weeks;

  DayFilter(RecurrenceRule rule, LocalDate start, WeekFields weeks) {
    this.weeks = weeks;
    this.weekNumbers = rule.weekNumbers();
    this.yearDays = rule.yearDays();
    this.ordinalsCountInMonth = rule.frequency() == Frequency.MONTHLY || !rule.months().isEmpty();
    boolean noDay = yearDays.isEmpty() && rule.monthDays().isEmpty() && rule.days().isEmpty();
    boolean byDate =
        noDay
            && (rule.frequency() == Frequency.MONTHLY
                || (rule.frequency() == Frequency.YEARLY && weekNumbers.isEmpty()));
    boolean byWeekday = noDay && (rule.frequency() == Frequency.WEEKLY || !weekNumbers.isEmpty());
    boolean byMonth = byDate && rule.frequency() == Frequency.YEARLY && rule.months().isEmpty();
    this.months = byMonth ? one(start.getMonthValue()) : rule.months();
    this.monthDays = byDate ? one(start.getDayOfMonth()) : rule.monthDays();
    this.days = byWeekday ? List.of(new WeekdayOccurrence(0, start.getDayOfWeek())) : rule.days();
  }

  private static SortedSet<Integer> one(int value) {
    return new TreeSet<>(List.of(value));
  }

  boolean fits(LocalDate day) {
    return (months.isEmpty() || months.contains(day.getMonthValue()))
        && fitsFromEitherEnd(monthDays, day.getDayOfMonth(), day.lengthOfMonth())
        && fitsFromEitherEnd(yearDays, day.getDayOfYear(), day.lengthOfYear())
        && fitsWeekNumber(day)
        && (days.isEmpty() || days.stream().anyMatch(wanted -> fits(wanted, day)));
  }

  private boolean fitsWeekNumber(LocalDate day) {
    if (weekNumbers.isEmpty()) {
      return true;
    }
    var field = weeks.weekOfWeekBasedYear();
    return fitsFromEitherEnd(
        weekNumbers, day.get(field), (int) field.rangeRefinedBy(day).getMaximum());
  }

  private static boolean fitsFromEitherEnd(SortedSet<Integer> wanted, int number, int last) {
    return wanted.isEmpty() || wanted.contains(number) || wanted.contains(number - last - 1);
  }

  private boolean fits(WeekdayOccurrence wanted, LocalDate day) {
    if (wanted.day() != day.getDayOfWeek()) {
      return false;
    }
    int number = ordinalsCountInMonth ? day.getDayOfMonth() : day.getDayOfYear();
    int last = ordinalsCountInMonth ? day.lengthOfMonth() : day.lengthOfYear();
    return wanted.ordinal() == 0
        || wanted.ordinal() == (number - 1) / 7 + 1
        || wanted.ordinal() == -((last - number) / 7 + 1);
  }
}
