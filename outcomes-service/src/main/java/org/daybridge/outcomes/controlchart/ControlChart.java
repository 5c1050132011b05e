package org.daybridge.outcomes.controlchart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A p-chart of shares, or an XmR chart of single values (Shewhart; Wheeler). Within its limits a
 * process varies as it always does, and a single point means nothing; a signal says that something
 * changed, not what.
 *
 * @param centre the mean of all: of a p-chart all events by all that they are of; null: no points
 * @param movingRange of an XmR chart with at least two neighbours
 */
public record ControlChart(
    Kind kind,
    @Nullable Double centre,
    List<Point> points,
    @Nullable MovingRange movingRange,
    List<Signal> signals,
    @Nullable Runs runs) {

  /** 3 / 1.128: three sigmas of single values, by their mean moving range. */
  private static final double THREE_SIGMA = 2.66;

  /** The moving range's own upper limit, by its mean. */
  private static final double RANGE_LIMIT = 3.267;

  /** With fewer expected events, or fewer of what is not one, the limits would mislead. */
  private static final double LEAST_EXPECTED = 5 - 1e-9;

  public enum Kind {
    P,
    XMR
  }

  /**
   * One observation with its limits; null where there are none.
   *
   * @param sigmas how far it is from the centre, in sigmas of its own
   */
  public record Point(
      Observation seen, @Nullable Double lower, @Nullable Double upper, @Nullable Double sigmas) {
    public @Nullable Double value() {
      return seen.value();
    }
  }

  public record MovingRange(double mean, double upper) {}

  public ControlChart {
    points = List.copyOf(points);
    signals = List.copyOf(signals);
  }

  /** p̄ ± 3√(p̄(1−p̄)/n) for each n of its own, never beyond 0 and 1. */
  public static ControlChart p(List<Observation> seen) {
    double events = 0;
    double all = 0;
    for (Observation one : seen) {
      Double share = one.value();
      Integer of = one.of();
      if (share != null && of != null) {
        events += share * of;
        all += of;
      }
    }
    Double centre = all == 0 ? null : Double.valueOf(events / all);
    List<Point> points = new ArrayList<>();
    for (Observation one : seen) {
      points.add(centre == null ? bare(one) : share(one, centre));
    }
    return judged(Kind.P, centre, points, null);
  }

  private static Point share(Observation one, double centre) {
    Integer of = one.of();
    Double value = one.value();
    if (of == null || value == null || Math.min(centre * of, of - centre * of) < LEAST_EXPECTED) {
      return bare(one);
    }
    double sigma = Math.sqrt(centre * (1 - centre) / of);
    return new Point(
        one,
        Math.max(0, centre - 3 * sigma),
        Math.min(1, centre + 3 * sigma),
        (value - centre) / sigma);
  }

  /** x̄ ± 2.66·mR̄, where mR is the difference of two neighbours. */
  public static ControlChart xmr(List<Observation> seen) {
    List<Double> values = seen.stream().map(Observation::value).filter(Objects::nonNull).toList();
    List<Double> ranges = ranges(seen);
    if (values.isEmpty()) {
      return judged(Kind.XMR, null, seen.stream().map(ControlChart::bare).toList(), null);
    }
    double centre = mean(values);
    double range = ranges.isEmpty() ? 0 : mean(ranges);
    List<Point> points = new ArrayList<>();
    for (Observation one : seen) {
      Double value = one.value();
      points.add(
          value == null || range == 0
              ? bare(one)
              : new Point(
                  one,
                  centre - THREE_SIGMA * range,
                  centre + THREE_SIGMA * range,
                  3 * (value - centre) / (THREE_SIGMA * range)));
    }
    return judged(
        Kind.XMR,
        centre,
        points,
        ranges.isEmpty() ? null : new MovingRange(range, RANGE_LIMIT * range));
  }

  private static ControlChart judged(
      Kind kind, @Nullable Double centre, List<Point> points, @Nullable MovingRange range) {
    List<Signal> signals = centre == null ? List.of() : Signals.of(points, centre, range);
    List<Double> values = points.stream().map(Point::value).filter(Objects::nonNull).toList();
    return new ControlChart(
        kind, centre, points, range, signals, values.isEmpty() ? null : Runs.of(values));
  }

  /** Only true neighbours have a moving range: not over a gap. */
  private static List<Double> ranges(List<Observation> seen) {
    List<Double> ranges = new ArrayList<>();
    for (int i = 1; i < seen.size(); i++) {
      Double before = seen.get(i - 1).value();
      Double now = seen.get(i).value();
      if (before != null && now != null) ranges.add(Math.abs(now - before));
    }
    return ranges;
  }

  private static Point bare(Observation one) {
    return new Point(one, null, null, null);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
