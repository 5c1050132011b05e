package org.daybridge.outcomes.instrument;

/** From least to most urgent. */
public enum RiskLevel {
  LOW,
  MODERATE,
  HIGH;

  public boolean isWorseThan(RiskLevel other) {
    return compareTo(other) > 0;
  }

  public RiskLevel or(RiskLevel other) {
    return isWorseThan(other) ? this : other;
  }
}
