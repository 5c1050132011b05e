package org.daybridge.bench;

import java.io.IOException;
import org.daybridge.bench.report.Report;

/** One numbered measurement of the bench. A new one is a class and a line in {@link Bench}. */
public interface Benchmark {

  /** Two digits: what {@code ./daybridge bench} is asked for, and where the results stand. */
  String number();

  /** What it measures, in a few words. */
  String title();

  /** Measures and reports; fails only when what it measures does not work. */
  void measure(Lab lab, Report report) throws IOException, InterruptedException;
}
