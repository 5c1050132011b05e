package org.daybridge.records.plan;

import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.records.episode.Episode;

/** The clocks of planning: the first plan is due after admission, then a review again and again. */
public interface PlanClocks {

  void planDue(InterimPlan interim, Episode episode);

  /** A plan is active, or the episode is over: the first plan is no longer due. */
  void planActive(EpisodeId episode);

  void reviewDue(TreatmentPlan plan, ActivePlan active, Episode episode);

  void stopReviews(PlanId plan);
}
