package org.daybridge.scheduling.episode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;

/** The episodes that the caller can see. */
public interface Episodes {
  Optional<Episode> find(EpisodeId id);

  /** The patient's newest episode. */
  Optional<Episode> newest(PatientId patient);

  /** The episode in which this moment lies, else the newest. */
  Optional<Episode> at(PatientId patient, Instant moment);

  /** Those who are admitted to the track and not discharged. */
  List<Episode> open(String track);

  void add(Episode episode);

  void save(Episode episode);
}
