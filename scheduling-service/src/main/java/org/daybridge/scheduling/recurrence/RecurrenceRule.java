package org.daybridge.scheduling.recurrence;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.daybridge.kit.decision.Decision;

/**
 * An RRULE that was read and found valid: the parts of RFC 5545, 3.3.10. An empty set means that
 * the part was not given.
 */
public record RecurrenceRule(
    Frequency frequency,
    int interval,
    Optional<Integer> count,
    Optional<Instant> until,
    SortedSet<Integer> months,
    SortedSet<Integer> weekNumbers,
    SortedSet<Integer> yearDays,
    SortedSet<Integer> monthDays,
    List<WeekdayOccurrence> days,
    SortedSet<Integer> hours,
    SortedSet<Integer> minutes,
    SortedSet<Integer> seconds,
    SortedSet<Integer> positions,
    DayOfWeek weekStart) {

  /** How often the pattern comes round, finest first: the order is used to compare. */
  public enum Frequency {
    SECONDLY,
    MINUTELY,
    HOURLY,
    DAILY,
    WEEKLY,
    MONTHLY,
    YEARLY;

    boolean finerThan(Frequency other) {
      return compareTo(other) < 0;
    }
  }

  /** A weekday, with an ordinal within the month or year, or 0 for every one. */
  public record WeekdayOccurrence(int ordinal, DayOfWeek day) {}

  public RecurrenceRule {
    days = List.copyOf(days);
  }

  /** Reads an RRULE value such as {@code FREQ=WEEKLY;BYDAY=MO,WE}. */
  public static Decision<RecurrenceRule, Void> parse(String text) {
    return RuleText.parse(text);
  }
}
