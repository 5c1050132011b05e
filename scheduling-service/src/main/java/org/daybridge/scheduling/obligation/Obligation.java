package org.daybridge.scheduling.obligation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A block of a patient's week that is not for sessions. A hard one refuses a booking, a soft one
 * only speaks against it.
 */
public record Obligation(
    Kind kind,
    boolean hard,
    DayOfWeek day,
    LocalTime from,
    LocalTime to,
    LocalDate validFrom,
    Optional<LocalDate> validTo) {

  /** What fills the block. */
  public enum Kind {
    WORK,
    SCHOOL,
    FAMILY,
    SELF_CARE,
    OTHER
  }

  /** Whether a session at this time cuts into the block, on the wall clock of the zone. */
  public boolean meets(Instant start, Instant end, ZoneId zone) {
    LocalDate first = start.atZone(zone).toLocalDate();
    LocalDate last = end.atZone(zone).toLocalDate();
    return first
        .datesUntil(last.plusDays(1))
        .filter(this::holdsOn)
        .anyMatch(
            date ->
                start.isBefore(date.atTime(to).atZone(zone).toInstant())
                    && end.isAfter(date.atTime(from).atZone(zone).toInstant()));
  }

  /** Whether the block is one of this day. */
  public boolean holdsOn(LocalDate date) {
    return date.getDayOfWeek() == day
        && !date.isBefore(validFrom)
        && validTo.map(end -> !date.isAfter(end)).orElse(true);
  }
}
