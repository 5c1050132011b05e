package org.daybridge.medication.adherence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proportion of days covered (PDC): distinct days that supply covers, of the days from the first
 * fill in the window to the window's end. A fill before the last one is used up begins when that
 * ends. Never over 1; adherent from 0.80 (PQA).
 */
public record DaysCovered(
    @Nullable LocalDate from, LocalDate to, int daysInPeriod, int daysCovered, int longestGap) {

  /** One fill: supply for some days from a day on. */
  public record Fill(LocalDate on, int days) {}

  public static DaysCovered of(List<Fill> fills, LocalDate windowFrom, LocalDate windowTo) {
    var inWindow =
        fills.stream()
            .filter(fill -> !fill.on().isBefore(windowFrom) && !fill.on().isAfter(windowTo))
            .sorted(Comparator.comparing(Fill::on).thenComparing(Fill::days))
            .toList();
    if (inWindow.isEmpty()) {
      return new DaysCovered(null, windowTo, 0, 0, 0);
    }
    var first = inWindow.getFirst().on();
    var end = windowTo.plusDays(1);
    var suppliedTo = first;
    long covered = 0;
    long longestGap = 0;
    for (var fill : inWindow) {
      if (fill.on().isAfter(suppliedTo)) {
        longestGap = Math.max(longestGap, ChronoUnit.DAYS.between(suppliedTo, fill.on()));
        suppliedTo = fill.on();
      }
      var from = earlier(suppliedTo, end);
      suppliedTo = suppliedTo.plusDays(fill.days());
      covered += ChronoUnit.DAYS.between(from, earlier(suppliedTo, end));
    }
    longestGap = Math.max(longestGap, ChronoUnit.DAYS.between(earlier(suppliedTo, end), end));
    return new DaysCovered(
        first,
        windowTo,
        (int) ChronoUnit.DAYS.between(first, end),
        (int) covered,
        (int) longestGap);
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  /** The share of days from 0 to 1; 0 without a fill. */
  public double share() {
    return daysInPeriod == 0 ? 0 : (double) daysCovered / daysInPeriod;
  }
}
