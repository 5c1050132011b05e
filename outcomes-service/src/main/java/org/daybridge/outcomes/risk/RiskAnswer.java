package org.daybridge.outcomes.risk;

import java.time.Instant;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.outcomes.instrument.RiskLevel;

/** One answer that told of risk. */
public record RiskAnswer(
    MeasureId measure,
    String instrument,
    String item,
    String code,
    RiskLevel level,
    Instant answeredAt,
    boolean reviewed) {

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
