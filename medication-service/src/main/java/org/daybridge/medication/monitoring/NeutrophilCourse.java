package org.daybridge.medication.monitoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a clozapine treatment stands by its neutrophil counts (label, as reprinted in PMC9243911):
 * 1500 and over goes on; 1000 to 1499 goes on with three counts a week; 500 to 999 is interrupted
 * and counted daily until 1000, then three times a week until 1500; under 500 it ends. With benign
 * ethnic neutropenia 1000 and over goes on, 500 to 999 is counted three times a week, and only
 * under 500 it ends. Weekly to month 6, every two weeks to month 12, then monthly; a gap of 30 days
 * or more begins anew.
 */
public record NeutrophilCourse(Standing standing, @Nullable LocalDate lastCount, LocalDate dueOn) {

  private static final int GAP_DAYS = 30;
  private static final int WEEKLY_UNTIL_DAY = 182;
  private static final int TWO_WEEKLY_UNTIL_DAY = 365;

  /** One absolute neutrophil count, in cells per microliter. */
  public record Count(LocalDate on, double cells) {}

  /** Where the treatment stands; only the first two may be given. */
  public enum Standing {
    GOES_ON,
    GOES_ON_WITH_FREQUENT_COUNTS,
    INTERRUPTED,
    RECOVERING,
    ENDED,
    NOT_STARTED;

    public boolean mayBeGiven() {
      return this == GOES_ON || this == GOES_ON_WITH_FREQUENT_COUNTS;
    }
  }

  /** {@code start} is the first day, or the first after a gap of 30 days or more. */
  public static NeutrophilCourse of(
      List<Count> counts, LocalDate start, boolean benignEthnic, LocalDate today) {
    var standing = Standing.NOT_STARTED;
    LocalDate last = null;
    LocalDate firstLow = null;
    for (var count : counts.stream().sorted(Comparator.comparing(Count::on)).toList()) {
      boolean low = count.cells() < (benignEthnic ? 1000 : 1500);
      firstLow = low ? (firstLow == null ? count.on() : firstLow) : null;
      standing = next(standing, count.cells(), benignEthnic);
      last = count.on();
    }
    if (last == null) {
      return new NeutrophilCourse(standing, null, start.isBefore(today) ? start : today);
    }
    boolean repeatNextDay = last.equals(firstLow);
    return new NeutrophilCourse(
        standing, last, last.plusDays(repeatNextDay ? 1 : interval(standing, start, today)));
  }

  private static Standing next(Standing before, double cells, boolean benignEthnic) {
    if (before == Standing.ENDED || cells < 500) {
      return Standing.ENDED;
    }
    double mild = benignEthnic ? 500 : 1000;
    double normal = benignEthnic ? 1000 : 1500;
    if (cells < mild) {
      return Standing.INTERRUPTED;
    }
    if (cells >= normal) {
      return Standing.GOES_ON;
    }
    boolean wasInterrupted = before == Standing.INTERRUPTED || before == Standing.RECOVERING;
    return wasInterrupted ? Standing.RECOVERING : Standing.GOES_ON_WITH_FREQUENT_COUNTS;
  }

  private static int interval(Standing standing, LocalDate start, LocalDate today) {
    return switch (standing) {
      case INTERRUPTED, ENDED -> 1;
      case RECOVERING, GOES_ON_WITH_FREQUENT_COUNTS -> 2;
      case GOES_ON, NOT_STARTED -> routine(ChronoUnit.DAYS.between(start, today));
    };
  }

  private static int routine(long day) {
    if (day < WEEKLY_UNTIL_DAY) {
      return 7;
    }
    return day < TWO_WEEKLY_UNTIL_DAY ? 14 : 30;
  }

  /** The day from which the treatment counts: after a gap of 30 days or more it is new again. */
  public static LocalDate countsFrom(
      LocalDate start, @Nullable LocalDate stopped, LocalDate resumed) {
    return stopped != null && ChronoUnit.DAYS.between(stopped, resumed) >= GAP_DAYS
        ? resumed
        : start;
  }

  public boolean isOverdue(LocalDate today) {
    return dueOn.isBefore(today);
  }
}
