package org.daybridge.medication.order;

import org.jspecify.annotations.Nullable;

/** Why it is given: a diagnosis by code or words, and the symptom that should get better. */
public record Purpose(
    @Nullable String code, @Nullable String indication, @Nullable String targetSymptom) {

  @Override
  public String toString() {
    return "Purpose[]";
  }
}
