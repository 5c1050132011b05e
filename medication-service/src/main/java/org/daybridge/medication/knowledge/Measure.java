package org.daybridge.medication.knowledge;

/**
 * A measured value that rules ask about, in one unit; without a unit only a plausible value counts.
 */
public record Measure(
    String name, LabTest test, String unit, double plausibleFrom, double plausibleTo) {

  public boolean plausibleWithoutUnit(double value) {
    return value >= plausibleFrom && value <= plausibleTo;
  }
}
