package org.daybridge.outcomes.runchart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daybridge.outcomes.controlchart.ControlChart;
import org.daybridge.outcomes.controlchart.Observation;

/**
 * One share of a whole program by week, from Monday. A week with too few people behind it is
 * withheld and goes into no centre line, so that it can't be worked out from the others; there is
 * no choice of a part of the program, so that two charts can't be subtracted either.
 */
public record RunChart(Topic topic, ControlChart chart) {

  /** What is counted. */
  public enum Topic {
    ATTENDANCE("Sessions attended of those expected"),
    MEASURES_ANSWERED("Measures answered of those due");

    private final String title;

    Topic(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** The count of one week and how many people it is about. */
  public record Week(int events, int of, int people) {}

  public static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  public static RunChart of(
      Topic topic, LocalDate from, LocalDate to, Map<LocalDate, Week> weeks, int fewestPeople) {
    List<Observation> seen = new ArrayList<>();
    for (LocalDate week = monday(from); !week.isAfter(to); week = week.plusWeeks(1)) {
      Week counted = weeks.get(week);
      seen.add(
          counted == null || counted.people() < fewestPeople
              ? Observation.missing(week.toString())
              : Observation.share(week.toString(), counted.events(), counted.of()));
    }
    return new RunChart(topic, ControlChart.p(seen));
  }
}
