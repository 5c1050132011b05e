package org.daybridge.medication.safety;

import org.jspecify.annotations.Nullable;

/** A condition as it was stated: a code of ICD-10-CM or SNOMED CT, or words. */
public record StatedCondition(@Nullable String code, @Nullable String text) {

  @Override
  public String toString() {
    return "StatedCondition[]";
  }
}
