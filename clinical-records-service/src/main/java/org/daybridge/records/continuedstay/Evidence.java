package org.daybridge.records.continuedstay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the record holds about a span of days, as ids, codes, numbers and times. */
public record Evidence(
    Optional<PlanLine> plan,
    List<Week> weeks,
    List<Measure> measures,
    List<NoteLine> notes,
    int sessionsWithoutNote,
    int riskAlerts,
    boolean certified) {

  /** The active plan: version, hash, the day of its review, prescribed minutes, and its goals. */
  public record PlanLine(
      UUID plan,
      int version,
      String contentHash,
      LocalDate reviewDueOn,
      int minutesPerWeek,
      List<GoalLine> goals) {
    public PlanLine {
      goals = List.copyOf(goals);
    }
  }

  public record GoalLine(
      UUID goal,
      String measure,
      Optional<BigDecimal> baseline,
      Optional<BigDecimal> target,
      LocalDate dueOn,
      Optional<String> latestProgress) {}

  /** One ISO week: what was attended in clinical sessions and what signed notes document of it. */
  public record Week(LocalDate monday, int attendedMinutes, int documentedMinutes) {}

  /** First and latest score of one instrument in one version. */
  public record Measure(
      String instrument,
      String version,
      int answers,
      Optional<BigDecimal> first,
      Optional<BigDecimal> latest,
      Optional<String> latestSeverity) {}

  public record NoteLine(UUID note, String kind, Instant signedAt, int minutes, String hash) {}

  public Evidence {
    weeks = List.copyOf(weeks);
    measures = List.copyOf(measures);
    notes = List.copyOf(notes);
  }
}
