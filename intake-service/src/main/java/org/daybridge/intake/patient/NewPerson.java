package org.daybridge.intake.patient;

import java.time.LocalDate;
import java.util.List;

/** A person as a referral describes one. */
public record NewPerson(
    Patient.Name name,
    LocalDate birthDate,
    Patient.Sex sex,
    Patient.Contact contact,
    List<Patient.Identifier> identifiers) {
  public NewPerson {
    identifiers = List.copyOf(identifiers);
  }

  @Override
  public String toString() {
    return "NewPerson[…]";
  }
}
