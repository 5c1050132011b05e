package org.daybridge.scheduling.register;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place of the program. Everything that happens here is on the wall clock of its zone.
 *
 * @param openings when it is open in a usual week
 * @param holidays dates on which it is closed, with their name
 * @param eveningFrom the time from which a session is an evening session
 */
public record Site(
    String code,
    String name,
    String zone,
    List<Opening> openings,
    List<Holiday> holidays,
    LocalTime eveningFrom,
    @Nullable Address address,
    @Nullable String phone,
    boolean active)
    implements Entry {

  /** Open on this day of the week, from one wall-clock time to another. */
  public record Opening(DayOfWeek day, LocalTime from, LocalTime to) {}

  /** Closed on this date. */
  public record Holiday(LocalDate date, String name) {}

  /** Where it is. */
  public record Address(String line, String city, String state, String postalCode) {}

  public Site {
    openings = List.copyOf(openings);
    holidays = List.copyOf(holidays);
  }

  public boolean closedOn(LocalDate date) {
    return holidays.stream().anyMatch(holiday -> holiday.date().equals(date));
  }

  /**
   * The days of this week on which the site is open as a rule; all workdays when none are named.
   */
  public Set<LocalDate> openDays(LocalDate monday) {
    Set<DayOfWeek> days =
        openings.isEmpty()
            ? Set.of(
                DayOfWeek.MONDAY,
                DayOfWeek.TUESDAY,
                DayOfWeek.WEDNESDAY,
                DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY)
            : openings.stream().map(Opening::day).collect(Collectors.toSet());
    return monday
        .datesUntil(monday.plusWeeks(1))
        .filter(date -> days.contains(date.getDayOfWeek()))
        .collect(Collectors.toSet());
  }
}
