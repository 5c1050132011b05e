package org.daybridge.scheduling.weekplan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Windows of a week, merged, in minutes of clinic wall time since the week's first midnight. */
final class Spans {
  static final int DAY = 24 * 60;
  private final int[] from;
  private final int[] to;

  private Spans(List<int[]> merged) {
    from = merged.stream().mapToInt(one -> one[0]).toArray();
    to = merged.stream().mapToInt(one -> one[1]).toArray();
  }

  /** Windows of the clinic's own wall time. */
  static Spans of(List<WeekProblem.Window> windows, LocalDate weekStart) {
    return merged(
        windows.stream()
            .map(
                one -> {
                  int midnight = (int) ChronoUnit.DAYS.between(weekStart, one.date()) * DAY;
                  return new int[] {midnight + one.from(), midnight + one.to()};
                })
            .toList());
  }

  /** Windows of another zone's wall time: each end is resolved on its own day's offset. */
  static Spans of(
      List<WeekProblem.Window> windows, LocalDate weekStart, ZoneId theirs, ZoneId clinic) {
    if (theirs.equals(clinic)) {
      return of(windows, weekStart);
    }
    LocalDateTime origin = weekStart.atStartOfDay();
    return merged(
        windows.stream()
            .map(
                one ->
                    new int[] {
                      converted(one.date(), one.from(), theirs, clinic, origin),
                      converted(one.date(), one.to(), theirs, clinic, origin)
                    })
            .toList());
  }

  private static int converted(
      LocalDate date, int minute, ZoneId theirs, ZoneId clinic, LocalDateTime origin) {
    LocalDateTime wall = date.atStartOfDay().plusMinutes(minute);
    return (int)
        ChronoUnit.MINUTES.between(
            origin, ZonedDateTime.of(wall, theirs).withZoneSameInstant(clinic).toLocalDateTime());
  }

  private static Spans merged(List<int[]> windows) {
    List<int[]> merged = new ArrayList<>();
    for (int[] one :
        windows.stream().sorted(Comparator.comparingInt((int[] window) -> window[0])).toList()) {
      if (!merged.isEmpty() && merged.getLast()[1] >= one[0]) {
        merged.getLast()[1] = Math.max(merged.getLast()[1], one[1]);
      } else {
        merged.add(one.clone());
      }
    }
    return new Spans(merged);
  }

  /** Whether all of the time from {@code start} for {@code minutes} lies inside. */
  boolean holds(int start, int minutes) {
    for (int i = 0; i < from.length; i++) {
      if (from[i] <= start && start + minutes <= to[i]) {
        return true;
      }
    }
    return false;
  }
}
