package org.daybridge.medication.safety;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A laboratory result, measurement or rating of the person. */
public record LabResult(
    @Nullable String loinc,
    @Nullable String test,
    @Nullable Double value,
    @Nullable String unit,
    @Nullable LocalDate date) {

  @Override
  public String toString() {
    return "LabResult[loinc=" + loinc + "]";
  }
}
