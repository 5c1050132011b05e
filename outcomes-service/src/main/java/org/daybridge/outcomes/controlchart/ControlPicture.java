package org.daybridge.outcomes.controlchart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.daybridge.outcomes.chart.Chart;
import org.daybridge.outcomes.chart.Chart.Limit;
import org.daybridge.outcomes.chart.Chart.Look;
import org.daybridge.outcomes.controlchart.ControlChart.Kind;
import org.daybridge.outcomes.controlchart.ControlChart.Point;
import org.jspecify.annotations.Nullable;

/** A control chart as a chart, and the same in words. Shares are shown in percent. */
public final class ControlPicture {
  private final ControlChart shown;
  private final String title;

  private ControlPicture(ControlChart shown, String title) {
    this.shown = shown;
    this.title = title;
  }

  public static Chart of(ControlChart shown, String title) {
    return new ControlPicture(shown, title).chart();
  }

  public static String inWords(ControlChart shown) {
    return new ControlPicture(shown, "").words();
  }

  private Chart chart() {
    List<Chart.Dot> dots = new ArrayList<>();
    List<@Nullable Double> centre = new ArrayList<>();
    List<@Nullable Double> lower = new ArrayList<>();
    List<@Nullable Double> upper = new ArrayList<>();
    for (int i = 0; i < shown.points().size(); i++) {
      Point point = shown.points().get(i);
      Double value = point.value();
      if (value != null) dots.add(new Chart.Dot(i, scaled(value), look(i)));
      centre.add(scaledOrNull(shown.centre()));
      lower.add(scaledOrNull(point.lower()));
      upper.add(scaledOrNull(point.upper()));
    }
    boolean share = shown.kind() == Kind.P;
    return new Chart(
        title,
        words(),
        new Chart.Across.Words(shown.points().stream().map(point -> point.seen().label()).toList()),
        share ? "percent" : "value",
        share ? 0.0 : null,
        share ? 100.0 : null,
        List.of(),
        null,
        List.of(),
        dots,
        List.of(
            new Limit("centre " + number(shown.centre()), true, centre),
            new Limit("lower limit", false, lower),
            new Limit("upper limit", false, upper)));
  }

  private Look look(int point) {
    return shown.signals().stream()
            .anyMatch(signal -> signal.from() <= point && point <= signal.to())
        ? Look.SIGNAL
        : Look.VALUE;
  }

  private String words() {
    long there = shown.points().stream().filter(point -> point.value() != null).count();
    if (there == 0) return "There are no values.";
    String kind = shown.kind() == Kind.P ? "p-chart" : "XmR chart";
    String signals =
        shown.signals().isEmpty()
            ? "No signal: it varies as it always does."
            : shown.signals().stream().map(this::words).collect(Collectors.joining("; ", "", "."));
    return "%s of %d values, centre %s. %s".formatted(kind, there, number(shown.centre()), signals);
  }

  private String words(Signal signal) {
    String rule = signal.rule().slug().replace('-', ' ');
    String from = shown.points().get(signal.from()).seen().label();
    if (signal.from() == signal.to()) return rule + " at " + from;
    return rule + " from " + from + " to " + shown.points().get(signal.to()).seen().label();
  }

  private double scaled(double value) {
    return shown.kind() == Kind.P ? Math.round(value * 1000) / 10.0 : value;
  }

  private @Nullable Double scaledOrNull(@Nullable Double value) {
    return value == null ? null : Double.valueOf(scaled(value));
  }

  private String number(@Nullable Double value) {
    if (value == null) return "unknown";
    return shown.kind() == Kind.P
        ? String.format(Locale.ROOT, "%.1f %%", value * 100)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
