package org.daybridge.medication.order;

import java.util.Optional;

/**
 * What a prescriber says to one alert: a coded reason, and for a contraindication the own word. A
 * reason for a major alert holds for a while for the same prescriber, until its facts change; then
 * it is carried over.
 */
public record AlertOverride(String ruleId, Reason reason, boolean attested, boolean carried) {

  public AlertOverride(String ruleId, Reason reason, boolean attested) {
    this(ruleId, reason, attested, false);
  }

  /** Why it is given all the same. */
  public enum Reason {
    BENEFIT_OUTWEIGHS_RISK,
    NO_ALTERNATIVE,
    TOLERATED_BEFORE,
    MONITORED,
    PLANNED_CROSS_TAPER,
    DOSE_ADJUSTED,
    SPECIALIST_ADVICE
  }

  static Optional<AlertOverride> forRule(java.util.List<AlertOverride> overrides, String ruleId) {
    return overrides.stream().filter(o -> o.ruleId().equals(ruleId)).findFirst();
  }
}
