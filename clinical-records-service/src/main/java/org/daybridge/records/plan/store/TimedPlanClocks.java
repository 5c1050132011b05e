package org.daybridge.records.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.kit.timer.Timers;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.plan.ActivePlan;
import org.daybridge.records.plan.InterimPlan;
import org.daybridge.records.plan.InterimPlans;
import org.daybridge.records.plan.PlanClocks;
import org.daybridge.records.plan.TreatmentPlan;

/** Planning's clocks as durable timers; a day is over at midnight where the patient is treated. */
@ApplicationScoped
class TimedPlanClocks implements PlanClocks {

  static final String PLAN_DUE = "treatment-plan-due";
  static final String REVIEW_DUE = "treatment-plan-review-due";

  private final Timers timers;
  private final InterimPlans interims;

  TimedPlanClocks(Timers timers, InterimPlans interims) {
    this.timers = timers;
    this.interims = interims;
  }

  @Override
  public void planDue(InterimPlan interim, Episode episode) {
    timers.schedule(PLAN_DUE, interim.id().value(), endOf(interim.planDueOn(), episode), null);
  }

  @Override
  public void planActive(EpisodeId episode) {
    interims.ofEpisode(episode).ifPresent(interim -> timers.cancel(PLAN_DUE, interim.id().value()));
  }

  @Override
  public void reviewDue(TreatmentPlan plan, ActivePlan active, Episode episode) {
    timers.schedule(REVIEW_DUE, plan.id().value(), endOf(active.reviewDueOn(), episode), null);
  }

  @Override
  public void stopReviews(PlanId plan) {
    timers.cancel(REVIEW_DUE, plan.value());
  }

  private static Instant endOf(LocalDate day, Episode episode) {
    return day.plusDays(1).atStartOfDay(episode.zone()).toInstant();
  }
}
