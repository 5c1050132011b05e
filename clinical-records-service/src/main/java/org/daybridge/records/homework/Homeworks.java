package org.daybridge.records.homework;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.records.signing.Versioned;

/** The homework and the practice log that the caller can see. */
public interface Homeworks {

  Versioned<Homework> require(HomeworkId id);

  List<Versioned<Homework>> ofPatient(PatientId patient);

  Versioned<Homework> add(Homework homework);

  Versioned<Homework> save(Homework homework, int version);

  /** One time that a patient practiced a skill, and how much it helped, 0 to 10. */
  record Practice(UUID id, PatientId patient, Skill skill, Instant practicedAt, int helped) {}

  /** Adding the same practice twice adds it once. */
  void log(Practice practice, int labels);

  List<Practice> practices(PatientId patient);

  /** How far a patient has come with one skill; {@code helped} is the mean of their ratings. */
  record Coverage(
      Skill skill,
      int assigned,
      int reviewed,
      int practiced,
      Optional<Instant> lastPracticedAt,
      Optional<BigDecimal> helped) {}

  /** One line for each skill of the catalog, those that nobody has touched too. */
  List<Coverage> coverage(PatientId patient);
}
