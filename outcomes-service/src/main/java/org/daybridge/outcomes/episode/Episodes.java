package org.daybridge.outcomes.episode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;

/** The episodes that intake announced. */
public interface Episodes {
  /** The active episode of a patient, else the latest one that the caller can see. */
  Optional<Episode> latestOf(PatientId patient);

  Optional<Episode> find(EpisodeId id);

  void add(Episode episode);

  void discharge(PatientDischarged discharged);

  void changeLevel(Episode episode, LevelOfCare level, Instant effectiveAt);

  /** Admissions, changes of the level of care and discharges of a patient, oldest first. */
  List<Phase> phasesOf(PatientId patient);

  void changeDetails(PatientId patient, java.time.LocalDate birthDate, String sexCode);

  /** Staff that can be alarmed. */
  void staff(UUID staffId, java.util.Set<String> roles, boolean active);
}
