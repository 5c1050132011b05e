package org.daybridge.outcomes.trajectory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daybridge.outcomes.chart.Chart;
import org.daybridge.outcomes.chart.Chart.Look;
import org.daybridge.outcomes.episode.Phase;
import org.daybridge.outcomes.instrument.Scoring;
import org.daybridge.outcomes.significance.ChangeSinceBaseline;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.Changed;
import org.daybridge.outcomes.significance.TrackRules.Verdict;
import org.daybridge.outcomes.trajectory.Trajectory.Point;

/** A trajectory as a chart, and the same in words. It names an instrument and never a person. */
public final class TrajectoryChart {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.US);

  private final Trajectory shown;

  private TrajectoryChart(Trajectory shown) {
    this.shown = shown;
  }

  public static Chart of(Trajectory shown) {
    return new TrajectoryChart(shown).chart();
  }

  /** What somebody hears who does not see the chart. */
  public static String inWords(Trajectory shown) {
    return new TrajectoryChart(shown).alt();
  }

  private Chart chart() {
    Scoring scoring = shown.instrument().scoring();
    boolean total = shown.scale() == null;
    return new Chart(
        title(),
        alt(),
        new Chart.Across.Days(shown.zone()),
        shown.lowerIsBetter() ? "score, lower is better" : "score, higher is better",
        total && scoring.lowest() != null ? scoring.lowest().doubleValue() : null,
        total && scoring.highest() != null ? scoring.highest().doubleValue() : null,
        total ? bands(scoring) : List.of(),
        corridor(),
        shown.phases().stream()
            .map(phase -> new Chart.Mark(phase.from().toEpochMilli(), words(phase)))
            .toList(),
        shown.points().stream()
            .map(
                point ->
                    new Chart.Dot(
                        point.value().answeredAt().toEpochMilli(),
                        point.value().value().doubleValue(),
                        look(point)))
            .toList(),
        List.of());
  }

  private String title() {
    return shown.instrument().id()
        + (shown.scale() == null ? " total" : ", " + words(shown.scale()))
        + " over time";
  }

  /** The worse a band, the darker. */
  private List<Chart.Band> bands(Scoring scoring) {
    BigDecimal highest = scoring.highest();
    if (highest == null) return List.of();
    List<Scoring.Band> named = scoring.bands();
    List<Chart.Band> bands = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      BigDecimal to = i + 1 < named.size() ? named.get(i + 1).from() : highest;
      double share = named.size() == 1 ? 0 : (double) i / (named.size() - 1);
      bands.add(
          new Chart.Band(
              named.get(i).from().doubleValue(),
              to.doubleValue(),
              words(named.get(i).code()),
              shown.lowerIsBetter() ? share : 1 - share));
    }
    return bands;
  }

  private Chart.@org.jspecify.annotations.Nullable Corridor corridor() {
    Trajectory.Corridor corridor = shown.corridor();
    if (corridor == null) return null;
    return new Chart.Corridor(
        corridor.low().doubleValue(), corridor.high().doubleValue(), "no reliable change");
  }

  private Look look(Point point) {
    boolean first =
        shown.baseline().map(one -> one.measure().equals(point.value().measure())).orElse(false);
    if (first) return Look.BASELINE;
    if (!(point.change() instanceof Changed changed) || !Boolean.TRUE.equals(changed.reliable())) {
      return Look.VALUE;
    }
    boolean lower = changed.change().signum() < 0;
    return lower == shown.lowerIsBetter() ? Look.BETTER : Look.WORSE;
  }

  private String alt() {
    String scale =
        shown.instrument().id() + (shown.scale() == null ? "" : ", " + words(shown.scale()));
    if (shown.points().isEmpty()) return scale + ": no values yet.";
    Point newest = shown.points().getLast();
    String span =
        shown.points().size() == 1
            ? "one value on " + day(newest.value().answeredAt())
            : shown.points().size()
                + " values from "
                + day(shown.points().getFirst().value().answeredAt())
                + " to "
                + day(newest.value().answeredAt());
    return scale + ": " + span + ". " + baseline() + " " + newest(newest) + " " + track();
  }

  private String baseline() {
    return shown
        .baseline()
        .map(one -> "Baseline " + valued(one) + ".")
        .orElse("There is no baseline.");
  }

  private String newest(Point newest) {
    String value = "Newest " + valued(newest.value());
    return switch (newest.change()) {
      case ChangeSinceBaseline.None _ -> value + ".";
      case Changed changed ->
          value
              + ", "
              + changed.change().abs().toPlainString()
              + (changed.change().signum() < 0 ? " below" : " above")
              + " the baseline: "
              + words(changed.status().name())
              + ".";
    };
  }

  private String track() {
    return switch (shown.track()) {
      case Verdict.OnTrack _ -> "On track.";
      case Verdict.NotOnTrack(_, var because) -> "Not on track: " + because + ".";
      case Verdict.NotJudged(var because) -> "Whether on track is not judged: " + because + ".";
    };
  }

  private static String valued(Trajectory.Value one) {
    String severity = one.severity() == null ? "" : " (" + words(one.severity()) + ")";
    return one.value().stripTrailingZeros().toPlainString() + severity;
  }

  private String day(Instant at) {
    return DAY.format(at.atZone(shown.zone()));
  }

  private static String words(Phase phase) {
    return words(phase.code());
  }

  private static String words(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
  }
}
