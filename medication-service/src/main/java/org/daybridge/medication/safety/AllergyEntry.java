package org.daybridge.medication.safety;

import org.jspecify.annotations.Nullable;

/** One recorded allergy or intolerance as it was stated. */
public record AllergyEntry(
    @Nullable String name, @Nullable String rxcui, @Nullable String category, boolean intolerance) {

  /** Food and environment have no drug to compare with; that is not an omission. */
  public boolean concernsMedication() {
    return category == null
        || category.isBlank()
        || category.equals("medication")
        || category.equals("biologic");
  }

  @Override
  public String toString() {
    return "AllergyEntry[intolerance=" + intolerance + "]";
  }
}
