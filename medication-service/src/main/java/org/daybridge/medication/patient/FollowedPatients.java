package org.daybridge.medication.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** The people whom the caller may see. */
public interface FollowedPatients {

  Optional<FollowedPatient> find(PatientId patient);

  /** The person, or the answer that there is none that the caller can see. */
  FollowedPatient require(PatientId patient);

  void admitted(Admission admission);

  void detailsChanged(
      PatientId patient, LocalDate birthDate, String sexCode, @Nullable Instant deceasedAt);

  void discharged(PatientId patient, EpisodeId episode, Instant at);

  /** What an admission tells. */
  record Admission(
      PatientId patient,
      EpisodeId episode,
      LocalDate birthDate,
      String sexCode,
      LocalDate admittedOn,
      String siteZone,
      int labels) {}
}
