package org.daybridge.outcomes.controlchart;

import org.jspecify.annotations.Nullable;

/**
 * One point of a process, in the order of time.
 *
 * @param value a share or a measured value; null where there is none, or none may be shown
 * @param of the denominator of a share
 */
public record Observation(String label, @Nullable Double value, @Nullable Integer of) {

  public static Observation share(String label, int events, int of) {
    return new Observation(label, (double) events / of, of);
  }

  public static Observation measured(String label, double value) {
    return new Observation(label, value, null);
  }

  public static Observation missing(String label) {
    return new Observation(label, null, null);
  }
}
