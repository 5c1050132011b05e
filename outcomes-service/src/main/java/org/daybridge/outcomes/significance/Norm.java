package org.daybridge.outcomes.significance;

/** Mean and standard deviation of a population. */
public record Norm(double mean, double sd) {
  public Norm {
    if (!(sd > 0) || !Double.isFinite(mean) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException("The sd (" + sd + ") of a norm must be above 0");
    }
  }
}
