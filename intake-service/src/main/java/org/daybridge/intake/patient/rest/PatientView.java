package org.daybridge.intake.patient.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.patient.Patient;
import org.jspecify.annotations.Nullable;

/** A patient's demographics as the care team sees them. */
public record PatientView(
    PatientId id,
    String familyName,
    String givenName,
    LocalDate birthDate,
    Patient.Sex sex,
    Patient.Contact contact,
    List<Patient.Identifier> identifiers,
    @Nullable Instant deceasedAt,
    long version) {
  static PatientView of(Patient patient) {
    return new PatientView(
        patient.id(),
        patient.name().family(),
        patient.name().given(),
        patient.birthDate(),
        patient.sex(),
        patient.contact(),
        patient.identifiers(),
        patient.deceasedAt(),
        patient.version());
  }

  @Override
  public String toString() {
    return "PatientView[" + id + "]";
  }
}
