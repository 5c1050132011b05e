package org.daybridge.outcomes.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** What is due of whom. */
public interface Assignments {
  /** Adds it unless the same occasion of the same day is there already. */
  void add(Assignment assignment);

  Optional<Assignment> find(UUID id);

  /** The open assignment of this instrument that is due first. */
  Optional<Assignment> openOf(PatientId patient, String instrument, String version);

  void done(UUID id, UUID measureId, Instant at);

  /** Everything due before this day that was not answered. */
  void missBefore(EpisodeId episode, java.time.LocalDate day, Instant at);

  void closeAll(EpisodeId episode, Instant at);

  List<Assignment> page(
      PatientId patient, Assignment.@Nullable State state, int rows, @Nullable UUID after);
}
