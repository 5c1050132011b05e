package org.daybridge.medication.medicationlist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person takes and that was not ordered here: prescribed elsewhere, bought without
 * a prescription, or reported by the referral, sometimes without a code.
 */
public record ListedMedication(
    UUID medicationId,
    PatientId patientId,
    int labels,
    int version,
    @Nullable String name,
    @Nullable String rxcui,
    @Nullable String ingredient,
    @Nullable Double doseMgPerDay,
    @Nullable String route,
    @Nullable String form,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate lastTakenOn,
    Source source,
    @Nullable String dispensedBy,
    @Nullable String indication,
    Status status,
    @Nullable UUID reportedItemId,
    UUID recordedBy,
    Instant recordedAt) {

  /** Where it comes from. */
  public enum Source {
    REFERRAL,
    ELSEWHERE,
    OVER_THE_COUNTER,
    PATIENT,
    FHIR
  }

  /** Whether it is taken. */
  public enum Status {
    ACTIVE,
    STOPPED,
    ENTERED_IN_ERROR
  }

  public boolean isCoded() {
    return rxcui != null || ingredient != null;
  }

  @Override
  public String toString() {
    return "ListedMedication[" + medicationId + "]";
  }
}
