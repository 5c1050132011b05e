package org.daybridge.scheduling.ledger;

import java.util.List;

/**
 * What a day could be billed as: the day rate, or its single services, never both (BIL-2); with the
 * rules that stand in the way when it is less than was attended.
 */
public record BillingCandidate(Kind kind, List<String> because) {
  /** How a day is billed. */
  public enum Kind {
    PER_DIEM,
    PER_DIEM_HIGHER,
    COMPONENTS,
    NONE
  }

  public BillingCandidate {
    because = List.copyOf(because);
  }

  static BillingCandidate of(ProgramDay day, List<Difference> differences) {
    List<String> rules =
        differences.stream()
            .filter(difference -> difference.day().equals(day.day()))
            .map(Difference::rule)
            .distinct()
            .toList();
    if (day.billable() > 0) {
      return new BillingCandidate(day.higherRate() ? Kind.PER_DIEM_HIGHER : Kind.PER_DIEM, rules);
    }
    return new BillingCandidate(
        day.documented() > 0 && !day.programDay() ? Kind.COMPONENTS : Kind.NONE, rules);
  }
}
