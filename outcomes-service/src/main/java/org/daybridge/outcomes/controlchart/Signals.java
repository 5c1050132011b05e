package org.daybridge.outcomes.controlchart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.daybridge.outcomes.controlchart.ControlChart.MovingRange;
import org.daybridge.outcomes.controlchart.ControlChart.Point;
import org.daybridge.outcomes.controlchart.Signal.Rule;
import org.jspecify.annotations.Nullable;

/** The rules of a control chart. A gap ends whatever runs. */
final class Signals {
  private static final int SHIFT = 8;
  private static final int TREND = 6;
  private static final int INNER = 15;

  private final List<Point> points;
  private final double centre;
  private final @Nullable MovingRange range;
  private final List<Signal> found = new ArrayList<>();

  private Signals(List<Point> points, double centre, @Nullable MovingRange range) {
    this.points = points;
    this.centre = centre;
    this.range = range;
  }

  static List<Signal> of(List<Point> points, double centre, @Nullable MovingRange range) {
    Signals signals = new Signals(points, centre, range);
    signals.beyondLimits();
    signals.inARow(Rule.SHIFT, SHIFT, signals::side);
    signals.trend();
    signals.outerThird();
    signals.inARow(Rule.INNER_THIRD, INNER, signals::inner);
    signals.rangeBeyondLimit();
    return signals.found;
  }

  private void beyondLimits() {
    for (int i = 0; i < points.size(); i++) {
      Double sigmas = points.get(i).sigmas();
      if (sigmas != null && Math.abs(sigmas) > 3) found.add(new Signal(Rule.BEYOND_LIMITS, i, i));
    }
  }

  /** Points of one kind that follow each other; null is of no kind. */
  private void inARow(Rule rule, int least, IntFunction<@Nullable Boolean> kind) {
    int from = 0;
    for (int i = 1; i <= points.size(); i++) {
      Boolean running = kind.apply(from);
      boolean goesOn = i < points.size() && running != null && running.equals(kind.apply(i));
      if (!goesOn) {
        if (running != null && i - from >= least) found.add(new Signal(rule, from, i - 1));
        from = i;
      }
    }
  }

  private @Nullable Boolean side(int i) {
    Double value = i < points.size() ? points.get(i).value() : null;
    return value == null || value == centre ? null : Boolean.valueOf(value > centre);
  }

  private @Nullable Boolean inner(int i) {
    Double sigmas = i < points.size() ? points.get(i).sigmas() : null;
    return sigmas != null && Math.abs(sigmas) < 1 ? Boolean.TRUE : null;
  }

  private void trend() {
    int from = 0;
    int direction = 0;
    for (int i = 1; i <= points.size(); i++) {
      int next = i < points.size() ? step(i) : 0;
      if (next != 0 && next == direction) continue;
      if (direction != 0 && i - from >= TREND) found.add(new Signal(Rule.TREND, from, i - 1));
      from = next == 0 ? i : i - 1;
      direction = next;
    }
  }

  /** 1 up, -1 down, 0 level or over a gap. */
  private int step(int i) {
    Double before = points.get(i - 1).value();
    Double now = points.get(i).value();
    return before == null || now == null ? 0 : Double.compare(now, before);
  }

  /** Windows that overlap are one signal. */
  private void outerThird() {
    int last = -1;
    for (int i = 0; i + 2 < points.size(); i++) {
      if (Math.max(beyondTwo(i, 1), beyondTwo(i, -1)) < 2) continue;
      if (last >= 0 && found.get(last).to() >= i) {
        found.set(last, new Signal(Rule.OUTER_THIRD, found.get(last).from(), i + 2));
      } else {
        last = found.size();
        found.add(new Signal(Rule.OUTER_THIRD, i, i + 2));
      }
    }
  }

  private int beyondTwo(int from, int side) {
    int count = 0;
    for (int i = from; i < from + 3; i++) {
      Double sigmas = points.get(i).sigmas();
      if (points.get(i).value() == null) return 0;
      if (sigmas != null && side * sigmas > 2) count++;
    }
    return count;
  }

  private void rangeBeyondLimit() {
    if (range == null || range.mean() == 0) return;
    for (int i = 1; i < points.size(); i++) {
      Double before = points.get(i - 1).value();
      Double now = points.get(i).value();
      if (before != null && now != null && Math.abs(now - before) > range.upper()) {
        found.add(new Signal(Rule.RANGE_BEYOND_LIMIT, i - 1, i));
      }
    }
  }
}
