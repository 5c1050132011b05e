package org.daybridge.medication.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The question: this person, these medications, these allergies, on this day. */
public record SafetyCheck(
    LocalDate asOf,
    Instant now,
    PatientFacts patient,
    List<MedicationEntry> medications,
    List<AllergyEntry> allergies) {

  @Override
  public String toString() {
    return "SafetyCheck[asOf=" + asOf + "]";
  }
}
