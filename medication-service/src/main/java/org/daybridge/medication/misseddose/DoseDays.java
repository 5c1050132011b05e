package org.daybridge.medication.misseddose;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.daybridge.medication.adherence.AdherenceReport;
import org.daybridge.medication.adherence.AdherenceReport.Source;
import org.daybridge.medication.adherence.AdherenceReport.Taken;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the doses of single days. What was seen counts over what was told, then the
 * later report. "Some" of several days says nothing about a single one of them.
 */
record DoseDays(NavigableMap<LocalDate, State> states) {

  /** What became of the doses of a day. */
  enum State {
    TAKEN,
    PARTLY,
    MISSED
  }

  /** Reports after the stop of an order are kept elsewhere and do not count here. */
  static DoseDays of(List<AdherenceReport> reports, LocalDate from, LocalDate to) {
    var states = new TreeMap<LocalDate, State>();
    reports.stream()
        .filter(report -> !report.afterStop())
        .sorted(
            Comparator.comparing((AdherenceReport report) -> report.source() == Source.OBSERVED)
                .thenComparing(AdherenceReport::reportedAt))
        .forEach(
            report -> {
              var state = state(report);
              var first = report.coversFrom().isBefore(from) ? from : report.coversFrom();
              var last = report.coversTo().isAfter(to) ? to : report.coversTo();
              if (state != null && !last.isBefore(first)) {
                first.datesUntil(last.plusDays(1)).forEach(day -> states.put(day, state));
              }
            });
    return new DoseDays(states);
  }

  private static @Nullable State state(AdherenceReport report) {
    if (report.taken() == Taken.ALL) {
      return State.TAKEN;
    }
    boolean none =
        report.taken() == Taken.NONE
            || (report.dosesTaken() != null
                && report.dosesTaken() == 0
                && !Integer.valueOf(0).equals(report.dosesPlanned()));
    if (none) {
      return State.MISSED;
    }
    return report.coversFrom().equals(report.coversTo()) ? State.PARTLY : null;
  }

  List<LocalDate> days(State state) {
    return states.entrySet().stream()
        .filter(day -> day.getValue() == state)
        .map(java.util.Map.Entry::getKey)
        .toList();
  }
}
