package org.daybridge.scheduling.ledger;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** An ISO week on the wall clock of a site: from Monday midnight to the next Monday midnight. */
public record ClinicWeek(LocalDate monday, ZoneId zone) {
  public ClinicWeek {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException(
          "The week begins on " + monday + ". Maybe use ClinicWeek.holding, it finds the Monday.");
    }
  }

  public static ClinicWeek holding(Instant moment, ZoneId zone) {
    return holding(moment.atZone(zone).toLocalDate(), zone);
  }

  public static ClinicWeek holding(LocalDate day, ZoneId zone) {
    return new ClinicWeek(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone);
  }

  public Instant start() {
    return monday.atStartOfDay(zone).toInstant();
  }

  public Instant end() {
    return monday.plusWeeks(1).atStartOfDay(zone).toInstant();
  }

  public boolean holds(Instant moment) {
    return !moment.isBefore(start()) && moment.isBefore(end());
  }

  public LocalDate dayOf(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }
}
