package org.daybridge.records.episode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.records.plan.InterimPlan;
import org.daybridge.records.plan.InterimPlanId;
import org.daybridge.records.plan.InterimPlans;
import org.daybridge.records.plan.PlanClocks;
import org.daybridge.records.plan.PlanHandler;

/** Opens and closes the record's part of an episode. */
@ApplicationScoped
public class EpisodeHandler {

  private final Episodes episodes;
  private final InterimPlans interims;
  private final PlanClocks clocks;
  private final PlanHandler plans;
  private final RulePacks packs;

  EpisodeHandler(
      Episodes episodes,
      InterimPlans interims,
      PlanClocks clocks,
      PlanHandler plans,
      RulePacks packs) {
    this.episodes = episodes;
    this.interims = interims;
    this.clocks = clocks;
    this.plans = plans;
    this.packs = packs;
  }

  /** Admission opens an interim plan of care and the clock of the first treatment plan. */
  @Transactional
  public void admitted(Episode episode) {
    episodes.save(episode);
    var interim =
        InterimPlan.open(
            new InterimPlanId(Ids.next()),
            episode.patient(),
            episode.id(),
            episode.labels(),
            episode.admittedAt(),
            episode.admittedOn(),
            packs.on(episode.admittedOn()).number("plan-due-days"));
    if (interims.open(interim)) clocks.planDue(interim, episode);
  }

  /** Discharge is a fact: what is unfinished stays readable, and nothing is due any more. */
  @Transactional
  public void discharged(EpisodeId id, Instant at) {
    episodes
        .find(id)
        .ifPresent(
            episode -> {
              episodes.save(episode.dischargedAt(at));
              plans.close(episode, at);
            });
  }
}
