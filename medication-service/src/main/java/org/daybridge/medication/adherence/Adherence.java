package org.daybridge.medication.adherence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.adherence.DaysCovered.Fill;

/** Reports and concerns of the people whom the caller may see. */
public interface Adherence {

  void add(AdherenceReport report, int labels);

  List<AdherenceReport> of(PatientId patient);

  void add(AdherenceConcern concern, int labels);

  AdherenceConcern requireConcern(UUID id);

  /** Open concerns of the people whom the caller may see, the oldest first. */
  List<AdherenceConcern> openConcerns();

  AdherenceConcern answer(AdherenceConcern answered);

  /** Supply by drug: the fills of an order; without any, what was ordered with days of supply. */
  Map<String, List<Fill>> supplies(PatientId patient);

  /** The day on which an order of this person ended. */
  Optional<LocalDate> endOf(PatientId patient, UUID order);
}
