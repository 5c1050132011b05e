package org.daybridge.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of one benchmark. What misses its goal says so. */
public final class Report {

  private final String title;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /** One measured number; empty texts where there is no reference or no goal. */
  record Line(String what, String measured, String goal, String verdict) {}

  /** An empty report. */
  public Report(String title) {
    this.title = title;
  }

  /** What the benchmark is called. */
  public String title() {
    return title;
  }

  /** A number without a goal, as a reference is. */
  public void fact(String what, double value, String unit) {
    lines.add(new Line(what, amount(value, unit), "", ""));
  }

  /** A number that should not be above the goal. */
  public void atMost(String what, double value, String unit, double goal) {
    lines.add(
        new Line(what, amount(value, unit), "≤ " + amount(goal, unit), verdict(value <= goal)));
  }

  /** A number that should not be below the goal. */
  public void atLeast(String what, double value, String unit, double goal) {
    lines.add(
        new Line(what, amount(value, unit), "≥ " + amount(goal, unit), verdict(value >= goal)));
  }

  /** A sentence below the table. */
  public void remark(String sentence) {
    remarks.add(sentence);
  }

  /** The table and its remarks, in Markdown. */
  public String table() {
    StringBuilder text = new StringBuilder("| measured | value | goal | |\n|---|---|---|---|\n");
    for (Line line : lines) {
      text.append(
          "| %s | %s | %s | %s |%n".formatted(line.what, line.measured, line.goal, line.verdict));
    }
    remarks.forEach(remark -> text.append('\n').append(remark).append('\n'));
    return text.toString();
  }

  /** The section of the results' page. */
  public String section(Machine machine) {
    return "## " + title + "\n\n" + machine.line() + "\n\n" + table();
  }

  private static String verdict(boolean reached) {
    return reached ? "reached" : "**missed**";
  }

  private static String amount(double value, String unit) {
    return unit.isEmpty() ? number(value) : number(value) + " " + unit;
  }

  private static String number(double value) {
    String pattern = Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
