package org.daybridge.outcomes.controlchart.rest;

import java.util.ArrayList;
import java.util.List;
import org.daybridge.outcomes.controlchart.ControlChart;
import org.daybridge.outcomes.controlchart.ControlChart.MovingRange;
import org.daybridge.outcomes.controlchart.ControlPicture;
import org.daybridge.outcomes.controlchart.Runs;
import org.daybridge.outcomes.controlchart.Signal;
import org.jspecify.annotations.Nullable;

/** A control chart with its method, its limits and what they come from. */
public record ControlChartView(
    String kind,
    String method,
    String source,
    @Nullable Double centre,
    List<PointView> points,
    @Nullable MovingRange movingRange,
    List<SignalView> signals,
    @Nullable RunsView runs,
    String inWords) {
  private static final String P =
      "p\u0304 \u00b1 3\u221a(p\u0304(1\u2212p\u0304)/n), within 0 and 1";
  private static final String XMR = "mean \u00b1 2.66 mean moving range";
  private static final String SOURCE =
      "Shewhart charts by Wheeler's factors; runs around the median by Anh\u00f8j; no limits where"
          + " fewer than 5 events, or fewer than 5 of the rest, are expected";

  /** {@code value} is null where there is none or none may be shown. */
  public record PointView(
      String label,
      @Nullable Double value,
      @Nullable Integer of,
      @Nullable Double lower,
      @Nullable Double upper,
      List<String> signals) {}

  /** {@code from} and {@code to} are labels of the first and the last point of it. */
  public record SignalView(String rule, String from, String to) {}

  public record RunsView(
      double median,
      int useful,
      int longest,
      int longestExpected,
      int crossings,
      int fewestExpected,
      boolean signal) {
    static RunsView of(Runs runs) {
      return new RunsView(
          runs.median(),
          runs.useful(),
          runs.longest(),
          runs.longestExpected(),
          runs.crossings(),
          runs.fewestExpected(),
          runs.signal());
    }
  }

  public static ControlChartView of(ControlChart shown) {
    List<PointView> points = new ArrayList<>();
    for (int i = 0; i < shown.points().size(); i++) {
      ControlChart.Point point = shown.points().get(i);
      int at = i;
      points.add(
          new PointView(
              point.seen().label(),
              point.value(),
              point.seen().of(),
              point.lower(),
              point.upper(),
              shown.signals().stream()
                  .filter(signal -> signal.from() <= at && at <= signal.to())
                  .map(signal -> signal.rule().slug())
                  .distinct()
                  .toList()));
    }
    return new ControlChartView(
        shown.kind().name(),
        shown.kind() == ControlChart.Kind.P ? P : XMR,
        SOURCE,
        shown.centre(),
        points,
        shown.movingRange(),
        shown.signals().stream().map(signal -> signal(shown, signal)).toList(),
        shown.runs() == null ? null : RunsView.of(shown.runs()),
        ControlPicture.inWords(shown));
  }

  private static SignalView signal(ControlChart shown, Signal signal) {
    return new SignalView(
        signal.rule().slug(),
        shown.points().get(signal.from()).seen().label(),
        shown.points().get(signal.to()).seen().label());
  }
}
