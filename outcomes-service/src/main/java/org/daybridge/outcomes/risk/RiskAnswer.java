package org.daybridge.outcomes.risk;

import java.time.Instant;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.outcomes.instrument.RiskLevel;

/**
 * One answer that told of risk.
 *
 * @param measure the measure that it was given in, or the check-in
 */
public record RiskAnswer(
    MeasureId measure,
    String instrument,
    String item,
    String code,
    RiskLevel level,
    Instant answeredAt,
    boolean reviewed) {
  public static final String CHECK_IN = "CHECK-IN";

  public boolean fromCheckIn() {
    return instrument.equals(CHECK_IN);
  }

  RiskAnswer asReviewed() {
    return new RiskAnswer(measure, instrument, item, code, level, answeredAt, true);
  }

  boolean isLike(RiskAnswer other) {
    return code.equals(other.code);
  }

  @Override
  public String toString() {
    return "RiskAnswer of " + measure;
  }
}
