package org.daybridge.outcomes.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.StepDirection;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.ProposalId;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.outcomes.episode.Episode;
import org.jspecify.annotations.Nullable;

/** Proposals, and the evidence that they rest on. */
public interface StepProposals {
  /** One proposal; open while {@code settledAt} is null. */
  record Proposal(
      ProposalId id,
      PatientId patient,
      EpisodeId episode,
      int labels,
      StepDirection direction,
      String rule,
      List<UUID> evidence,
      String rulePack,
      Instant proposedAt,
      @Nullable Instant settledAt,
      @Nullable String outcome) {
    public Proposal {
      evidence = List.copyOf(evidence);
    }
  }

  void record(SessionAttended attended, int labels);

  void record(SessionMissed missed, int labels);

  /** Measures of the last days, attendance and risk of an episode. */
  StepRules.Evidence evidence(
      Episode episode,
      String instrument,
      String version,
      Instant attendanceSince,
      Instant now,
      int baselineWindowDays);

  Optional<Proposal> openOf(EpisodeId episode);

  void add(Proposal proposal);

  void settle(EpisodeId episode, String outcome, Instant at);

  List<Proposal> of(PatientId patient, int rows, @Nullable UUID before);
}
