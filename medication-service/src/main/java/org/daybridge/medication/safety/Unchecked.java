package org.daybridge.medication.safety;

import org.jspecify.annotations.Nullable;

/** Something that the check could not look at, and why. */
public record Unchecked(Kind kind, @Nullable String name, @Nullable String rxcui, String reason) {

  /** What was stated. */
  public enum Kind {
    MEDICATION,
    ALLERGY,
    CONDITION
  }

  @Override
  public String toString() {
    return "Unchecked[" + kind + "]";
  }
}
