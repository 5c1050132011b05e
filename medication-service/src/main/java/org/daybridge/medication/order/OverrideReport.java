package org.daybridge.medication.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How often alerts were shown and overridden, by rule; of the people whom the caller may see. */
public interface OverrideReport {

  /** One rule: shown, overridden with a reason, carried over, and the reasons. */
  record OfRule(
      String ruleId,
      String severity,
      int shown,
      int overridden,
      int carriedOver,
      double overrideRate,
      Map<String, Integer> reasons) {}

  /** The rules that were shown most come first. */
  List<OfRule> between(LocalDate from, LocalDate to);
}
