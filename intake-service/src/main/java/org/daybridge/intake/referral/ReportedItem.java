package org.daybridge.intake.referral;

import org.daybridge.contract.intake.ReportedItemId;
import org.jspecify.annotations.Nullable;

/**
 * A medication, allergy, condition or coverage as the referral reported it: coded where the sender
 * coded it, else in the sender's words, which stay here.
 */
public record ReportedItem(
    ReportedItemId id,
    Kind kind,
    @Nullable String codeSystem,
    @Nullable String code,
    String description,
    @Nullable String criticality) {

  /** What was reported. */
  public enum Kind {
    MEDICATION,
    ALLERGY,
    CONDITION,
    COVERAGE
  }

  /** ICD-10-CM F10 to F19: a substance-use diagnosis, which makes the record a Part 2 one. */
  public boolean namesSubstanceUse() {
    return kind == Kind.CONDITION
        && code != null
        && codeSystem != null
        && codeSystem.contains("icd-10")
        && code.matches("F1[0-9].*");
  }

  @Override
  public String toString() {
    return "ReportedItem[" + id + "]";
  }
}
