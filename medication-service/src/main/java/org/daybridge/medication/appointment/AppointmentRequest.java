package org.daybridge.medication.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** A medication appointment that is wanted until a day; scheduling finds the slot. */
public record AppointmentRequest(
    UUID requestId,
    PatientId patientId,
    Reason reason,
    LocalDate wantedBy,
    UUID requestedBy,
    Instant requestedAt) {

  /** What it is for. */
  public enum Reason {
    FOLLOW_UP,
    TITRATION,
    SIDE_EFFECT,
    LABORATORY,
    ADHERENCE,
    NEW_START,
    INJECTION
  }

  @Override
  public String toString() {
    return "AppointmentRequest[" + requestId + "]";
  }
}
