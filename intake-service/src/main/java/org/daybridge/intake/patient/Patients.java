package org.daybridge.intake.patient;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;

/** All patients that the caller can see. */
public interface Patients {
  Patient require(PatientId id);

  /** Those of these patients that the caller can see, in the order of their ids. */
  List<Patient> all(List<PatientId> ids);

  void add(Patient patient);

  void save(Patient patient);

  /** The one person with one of these identifiers and this birth date. */
  Optional<PatientId> withIdentifier(List<Patient.Identifier> identifiers, LocalDate birthDate);

  /** The persons of this name and birth date. */
  List<PatientId> named(Patient.Name name, LocalDate birthDate);

  /** Marks the record with more labels; labels are never taken away here. */
  void label(PatientId id, int labels);
}
