package org.daybridge.records.episode;

import java.time.Instant;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;

/** The episodes that the caller can see. */
public interface Episodes {

  void save(Episode episode);

  Optional<Episode> find(EpisodeId id);

  /** The latest one of the patient. */
  Optional<Episode> latest(PatientId patient);

  /** The one that the patient was in at this time; the last one before it when none was open. */
  Optional<Episode> at(PatientId patient, Instant time);

  boolean assessed(PatientId patient);

  void assessed(AssessmentFact fact);
}
