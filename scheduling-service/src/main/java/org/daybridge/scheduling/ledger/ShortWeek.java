package org.daybridge.scheduling.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A week in which the patient could not come on every day that the clinic is open: the minimum is
 * cut in proportion, and each day that is left out is named with its reason.
 *
 * @param openDays days on which the site is open in a usual week
 * @param leftOut days that do not count, with the reason
 */
public record ShortWeek(Set<LocalDate> openDays, Map<LocalDate, Reason> leftOut) {
  public enum Reason {
    BEFORE_ADMISSION,
    AFTER_DISCHARGE,
    LEAVE,
    HOLIDAY,
    CLOSURE
  }

  public ShortWeek {
    openDays = Set.copyOf(openDays);
    leftOut = Map.copyOf(leftOut);
  }

  public static ShortWeek full(Set<LocalDate> openDays) {
    return new ShortWeek(openDays, Map.of());
  }

  /** The minimum for the days that count, in minutes, rounded up. */
  HourBand prorated(HourBand band) {
    long missing = leftOut.keySet().stream().filter(openDays::contains).count();
    if (missing == 0 || openDays.isEmpty()) {
      return band;
    }
    long counting = openDays.size() - missing;
    return new HourBand(
        (int) Math.ceilDiv(band.least() * counting, (long) openDays.size()), band.under());
  }
}
