package org.daybridge.intake.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.StepDirection;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.ProposalId;
import org.jspecify.annotations.Nullable;

/** The episodes that the caller can see, with the steps and ends that belong to them. */
public interface Episodes {
  Episode require(EpisodeId id);

  void add(Episode episode);

  void save(Episode episode);

  Optional<Episode> active(PatientId patient);

  /** The newest ended episode of the patient. */
  Optional<Episode> last(PatientId patient);

  List<Episode> of(PatientId patient);

  /** A proposal to step the level of care, as outcomes made it. */
  record Proposal(
      ProposalId id,
      StepDirection direction,
      List<UUID> evidence,
      Instant proposedAt,
      @Nullable Instant decidedAt) {}

  List<Proposal> proposals(EpisodeId id);

  /** Records a step with its reason and marks the proposal as decided. */
  void addStep(Episode episode, Episode.Step step, String reason);

  boolean aftercareSigned(EpisodeId id);

  void addWaiver(Episode episode, Episode.Gate gate, String reason);

  /** What an unplanned end left open, for its owner to do. */
  void addTask(Episode episode, Episode.Gate gate, LocalDate dueOn);

  /** One open task after a discharge. */
  record Task(UUID id, EpisodeId episode, PatientId patient, Episode.Gate gate, LocalDate dueOn) {}

  List<Task> openTasks(UUID owner);
}
