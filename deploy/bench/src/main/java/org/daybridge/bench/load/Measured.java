package org.daybridge.bench.load;

import org.HdrHistogram.Histogram;

/**
 * What a load took.
 *
 * @param answered how many good answers came
 * @param seconds in this time
 * @param latencies in microseconds; at a steady rate from the planned time, so that waiting in a
 *     queue counts
 */
public record Measured(long answered, double seconds, Histogram latencies) {

  /** Good answers per second. */
  public double perSecond() {
    return answered / seconds;
  }

  /** The time that this share of the answers did not exceed, in milliseconds. */
  public double millis(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1000.0;
  }
}
