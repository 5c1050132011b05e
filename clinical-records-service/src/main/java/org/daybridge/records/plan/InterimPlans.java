package org.daybridge.records.plan;

import java.time.Instant;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;

/** The interim plans of care that the caller can see. */
public interface InterimPlans {

  /** Opens the plan unless the episode has one; tells whether it did. */
  boolean open(InterimPlan plan);

  Optional<InterimPlan> ofEpisode(EpisodeId episode);

  void end(EpisodeId episode, Instant at);

  /** Marks that no plan was active in time, unless one was meanwhile. */
  void markOverdue(InterimPlanId id);
}
