package org.daybridge.records.plan;

import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.records.signing.Versioned;

/** The treatment plans that the caller can see. */
public interface TreatmentPlans {

  Versioned<TreatmentPlan> require(PlanId id);

  Optional<PlanId> ofEpisode(EpisodeId episode);

  int add(TreatmentPlan plan);

  int save(TreatmentPlan plan, int version);

  /** Marks a review that nobody held in time; it stays marked until the next one. */
  void markReviewOverdue(PlanId id);
}
