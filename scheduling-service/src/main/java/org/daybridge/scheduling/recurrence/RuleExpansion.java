package org.daybridge.scheduling.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.daybridge.scheduling.recurrence.RecurrenceRule.Frequency;

/**
 * The local times that an RRULE generates, in order, COUNT and UNTIL left aside. Period by period
 * (year, month, week, day, hour …) it makes the whole set of the period, chooses BYSETPOS from it
 * and only then drops what lies before the start, so that the first, truncated period counts
 * positions like any other.
 *
 * <p>An expansion of our own, because the libraries give up on dates that come round rarely: for a
 * 29 February by the second lib-recur fails with "too many empty recurrence sets", and ical4j ends
 * a daily rule for that date after its first year without one. The tests hold it against lib-recur.
 */
final class RuleExpansion implements Iterator<LocalDateTime> {
  /** Where a rule that yields nothing more is given up; the calendar repeats after 400 years. */
  private static final int YEARS = 500;

  private static final int PERIODS_WITHOUT_RESULT = 500_000;

  private final RecurrenceRule rule;
  private final LocalDateTime start;
  private final DayFilter days;
  private final WeekFields weeks;
  private final LocalDateTime horizon;
  private final Deque<LocalDateTime> ready = new ArrayDeque<>();
  private long periodNumber;
  private int withoutResult;

  RuleExpansion(RecurrenceRule rule, LocalDateTime start) {
    this.rule = rule;
    this.start = start;
    this.weeks = WeekFields.of(rule.weekStart(), 4);
    this.days = new DayFilter(rule, start.toLocalDate(), weeks);
    this.horizon = start.plusYears(YEARS);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && withoutResult++ < PERIODS_WITHOUT_RESULT) {
      LocalDateTime period = period(periodNumber);
      if (period.isAfter(horizon)) {
        return false;
      }
      chosen(timesOf(period)).filter(time -> !time.isBefore(start)).forEach(ready::add);
      periodNumber = Math.max(periodNumber + 1, firstPeriodWorthTrying(period));
    }
    return !ready.isEmpty();
  }

  @Override
  public LocalDateTime next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the rule yields nothing more");
    }
    withoutResult = 0;
    return ready.remove();
  }

  /** The beginning of the n-th period, counted in intervals from the one that holds the start. */
  private LocalDateTime period(long number) {
    long steps = number * rule.interval();
    LocalDate day = start.toLocalDate();
    return switch (rule.frequency()) {
      case YEARLY -> beginningOfYear((int) (yearOf(day) + steps)).atStartOfDay();
      case MONTHLY -> day.withDayOfMonth(1).plusMonths(steps).atStartOfDay();
      case WEEKLY -> day.with(weeks.dayOfWeek(), 1).plusWeeks(steps).atStartOfDay();
      case DAILY -> day.plusDays(steps).atStartOfDay();
      case HOURLY, MINUTELY, SECONDLY -> start.truncatedTo(unit()).plus(steps, unit());
    };
  }

  private ChronoUnit unit() {
    return switch (rule.frequency()) {
      case YEARLY -> ChronoUnit.YEARS;
      case MONTHLY -> ChronoUnit.MONTHS;
      case WEEKLY -> ChronoUnit.WEEKS;
      case DAILY -> ChronoUnit.DAYS;
      case HOURLY -> ChronoUnit.HOURS;
      case MINUTELY -> ChronoUnit.MINUTES;
      case SECONDLY -> ChronoUnit.SECONDS;
    };
  }

  /** With week numbers a year is the year of its weeks, which may begin in late December. */
  private int yearOf(LocalDate day) {
    return rule.weekNumbers().isEmpty() ? day.getYear() : day.get(weeks.weekBasedYear());
  }

  private LocalDate beginningOfYear(int year) {
    return rule.weekNumbers().isEmpty()
        ? LocalDate.of(year, 1, 1)
        : LocalDate.of(year, 1, 4).with(weeks.dayOfWeek(), 1);
  }

  private List<LocalDateTime> timesOf(LocalDateTime period) {
    var found = new ArrayList<LocalDateTime>();
    List<LocalTime> times = timesOfDay(period.toLocalTime());
    if (!times.isEmpty()) {
      daysOf(period.toLocalDate())
          .filter(days::fits)
          .forEach(day -> times.forEach(time -> found.add(day.atTime(time))));
    }
    return found;
  }

  private Stream<LocalDate> daysOf(LocalDate first) {
    return switch (rule.frequency()) {
      case YEARLY -> first.datesUntil(beginningOfYear(yearOf(first) + 1));
      case MONTHLY -> first.datesUntil(first.plusMonths(1));
      case WEEKLY -> first.datesUntil(first.plusWeeks(1));
      case DAILY, HOURLY, MINUTELY, SECONDLY -> Stream.of(first);
    };
  }

  /** What is finer than the frequency comes from the rule or the start, what is not filters. */
  private List<LocalTime> timesOfDay(LocalTime period) {
    var found = new ArrayList<LocalTime>();
    for (int hour : units(rule.hours(), Frequency.HOURLY, period.getHour(), start.getHour())) {
      for (int minute :
          units(rule.minutes(), Frequency.MINUTELY, period.getMinute(), start.getMinute())) {
        for (int second :
            units(rule.seconds(), Frequency.SECONDLY, period.getSecond(), start.getSecond())) {
          if (second < 60) {
            found.add(LocalTime.of(hour, minute, second));
          }
        }
      }
    }
    return found;
  }

  private SortedSet<Integer> units(
      SortedSet<Integer> given, Frequency unit, int ofPeriod, int ofStart) {
    boolean expands = unit.finerThan(rule.frequency());
    if (expands) {
      return given.isEmpty() ? one(ofStart) : given;
    }
    return given.isEmpty() || given.contains(ofPeriod) ? one(ofPeriod) : new TreeSet<>();
  }

  private static SortedSet<Integer> one(int value) {
    return new TreeSet<>(List.of(value));
  }

  private Stream<LocalDateTime> chosen(List<LocalDateTime> set) {
    if (rule.positions().isEmpty()) {
      return set.stream();
    }
    return rule.positions().stream()
        .map(position -> position > 0 ? position - 1 : set.size() + position)
        .filter(index -> index >= 0 && index < set.size())
        .sorted()
        .distinct()
        .map(set::get);
  }

  /** A rule by the second that only fits on one day a year must not try each second before it. */
  private long firstPeriodWorthTrying(LocalDateTime period) {
    if (!rule.frequency().finerThan(Frequency.DAILY)) {
      return 0;
    }
    if (!days.fits(period.toLocalDate())) {
      return firstAtOrAfter(period.toLocalDate().plusDays(1).atStartOfDay());
    }
    if (!allowed(rule.hours(), period.getHour())) {
      return firstAtOrAfter(period.truncatedTo(ChronoUnit.HOURS).plusHours(1));
    }
    if (!allowed(rule.minutes(), period.getMinute()) && rule.frequency() == Frequency.SECONDLY) {
      return firstAtOrAfter(period.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1));
    }
    return 0;
  }

  private static boolean allowed(SortedSet<Integer> given, int value) {
    return given.isEmpty() || given.contains(value);
  }

  private long firstAtOrAfter(LocalDateTime moment) {
    long steps = unit().between(period(0), moment);
    return Math.ceilDiv(steps, rule.interval());
  }
}
