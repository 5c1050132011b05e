package org.daybridge.bench;

import java.io.IOException;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.daybridge.bench.load.HttpLoad;
import org.daybridge.bench.load.Measured;
import org.daybridge.bench.report.Report;
import org.daybridge.local.ServiceName;

/**
 * From the row in outcomes to the row that clinical-records makes of it, at 100 events a second.
 */
final class EventEndToEnd implements Benchmark {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final int PER_SECOND = 100;

  @Override
  public String number() {
    return "04";
  }

  @Override
  public String title() {
    return "Event end to end: a measure in outcomes reaches clinical-records, 100/s";
  }

  @Override
  public void measure(Lab lab, Report report) throws IOException, InterruptedException {
    Measured sent;
    Histogram took;
    try (HttpLoad load = new HttpLoad(lab.stack().api(ServiceName.OUTCOMES), Lab.CALLERS)) {
      load.warm(Lab.CALLERS, Lab.LONGEST_WARMING, DurableWrite.submissions(lab));
      reportCatchingUp(lab, report);
      try (Arrivals arrivals = Arrivals.watch(lab)) {
        sent = load.atRate(PER_SECOND, LONG, DurableWrite.submissions(lab));
        took = arrivals.sinceRecorded();
      }
    }
    report.fact("events, none lost", took.getTotalCount(), "");
    report.fact("reference: the command's own reply, p50", sent.millis(50), "ms");
    report.fact("… p99", sent.millis(99), "ms");
    report.atMost("recorded → readable in the follower, p50", millis(took, 50), "ms", 25);
    report.atMost("… p99", millis(took, 99), "ms", 100);
    report.remark(
        "Begins when the event's row is written in outcomes, shortly before its commit; ends when a"
            + " query of the follower's database sees the effect, asked every 2 ms.");
  }

  private static void reportCatchingUp(Lab lab, Report report)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    int backlog = Arrivals.catchUp(lab);
    double seconds = (System.nanoTime() - began) / 1e9;
    report.fact("the follower's backlog after full speed", backlog, "");
    report.fact("… taken in after", seconds, "s");
  }

  private static double millis(Histogram took, double percentile) {
    return took.getValueAtPercentile(percentile) / 1000.0;
  }
}
