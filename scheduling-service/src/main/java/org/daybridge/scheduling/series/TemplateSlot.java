package org.daybridge.scheduling.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.recurrence.Recurrence;

/** One place in a track's week: every Monday at nine, fifty minutes of it … */
public record TemplateSlot(String key, DayOfWeek day, LocalTime time, int minutes) {

  /** The weekly recurrence of this slot, from the first such day on or after {@code from}. */
  public Recurrence weeklyFrom(LocalDate from, ZoneId zone) {
    var start = from.with(TemporalAdjusters.nextOrSame(day)).atTime(time);
    var decision = Recurrence.of(start, zone, Optional.of(weeklyRule(day)), List.of(), List.of());
    return switch (decision) {
      case Decision.Applied<Recurrence, Void>(var recurrence, var _) -> recurrence;
      case Decision.Refused<Recurrence, Void>(var slug, var because, var _) ->
          throw new IllegalStateException(slug + ": " + because);
    };
  }

  /** The RRULE of a slot on this day of the week. */
  static String weeklyRule(DayOfWeek day) {
    return "FREQ=WEEKLY;BYDAY=" + day.name().substring(0, 2);
  }
}
