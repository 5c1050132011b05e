package org.daybridge.outcomes.trajectory.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.outcomes.significance.TrackRules.Verdict;
import org.daybridge.outcomes.significance.rest.ChangeView;
import org.daybridge.outcomes.trajectory.Trajectory;
import org.daybridge.outcomes.trajectory.TrajectoryChart;
import org.jspecify.annotations.Nullable;

/**
 * A trajectory as a data series for a chart. {@code status} is the change since baseline of the
 * newest point; {@code track} is ON_TRACK, NOT_ON_TRACK or NOT_JUDGED with its rule.
 */
public record TrajectoryView(
    String instrument,
    String version,
    @Nullable String scale,
    String betterIs,
    @Nullable PointView baseline,
    ChangeView change,
    List<PointView> points,
    List<BandView> bands,
    @Nullable BigDecimal corridorLow,
    @Nullable BigDecimal corridorHigh,
    String track,
    @Nullable String rule,
    @Nullable String because,
    List<PhaseView> phases,
    String inWords) {

  public record PointView(
      UUID measureId,
      Instant answeredAt,
      BigDecimal value,
      @Nullable String severity,
      @Nullable ChangeView change) {}

  public record PhaseView(Instant from, String code) {}

  public record BandView(BigDecimal from, String code) {}

  static TrajectoryView of(Trajectory shown) {
    List<PointView> points =
        shown.points().stream()
            .map(one -> point(one.value(), ChangeView.of(one.change())))
            .toList();
    ChangeView latest =
        points.isEmpty()
            ? new ChangeView("NO_CURRENT_VALUE", null, null, null, null, null, null)
            : points.getLast().change();
    return new TrajectoryView(
        shown.instrument().id(),
        shown.instrument().version(),
        shown.scale(),
        shown.lowerIsBetter() ? "LOWER" : "HIGHER",
        shown.baseline().map(one -> point(one, null)).orElse(null),
        latest,
        points,
        shown.scale() == null
            ? shown.instrument().scoring().bands().stream()
                .map(band -> new BandView(band.from(), band.code()))
                .toList()
            : List.of(),
        shown.corridor() == null ? null : shown.corridor().low(),
        shown.corridor() == null ? null : shown.corridor().high(),
        switch (shown.track()) {
          case Verdict.OnTrack _ -> "ON_TRACK";
          case Verdict.NotOnTrack _ -> "NOT_ON_TRACK";
          case Verdict.NotJudged _ -> "NOT_JUDGED";
        },
        shown.track() instanceof Verdict.NotOnTrack(var rule, _) ? rule : null,
        switch (shown.track()) {
          case Verdict.OnTrack _ -> null;
          case Verdict.NotOnTrack(_, var because) -> because;
          case Verdict.NotJudged(var because) -> because;
        },
        shown.phases().stream().map(one -> new PhaseView(one.from(), one.code())).toList(),
        TrajectoryChart.inWords(shown));
  }

  private static PointView point(Trajectory.Value one, @Nullable ChangeView change) {
    return new PointView(one.measure(), one.answeredAt(), one.value(), one.severity(), change);
  }
}
