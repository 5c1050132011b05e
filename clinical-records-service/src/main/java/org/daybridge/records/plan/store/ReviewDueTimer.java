package org.daybridge.records.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.records.PlanId;
import org.daybridge.contract.records.RecordsEvent.PlanReviewOverdue;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;
import org.daybridge.records.plan.ActivePlan;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.plan.TreatmentPlans;

/** Nobody reviewed the plan in time: the worklist shows it as overdue until somebody does. */
@ApplicationScoped
class ReviewDueTimer implements TimerTarget {

  private final TreatmentPlans plans;
  private final Outbox outbox;

  ReviewDueTimer(TreatmentPlans plans, Outbox outbox) {
    this.plans = plans;
    this.outbox = outbox;
  }

  @Override
  public String kind() {
    return TimedPlanClocks.REVIEW_DUE;
  }

  @Override
  public void fire(DueTimer timer) {
    var id = new PlanId(timer.subjectId());
    plans.markReviewOverdue(id);
    plans
        .find(id)
        .ifPresent(kept -> kept.value().active().ifPresent(plan -> tell(kept.value(), plan)));
  }

  private void tell(TreatmentPlan plan, ActivePlan active) {
    outbox.append(
        new PlanReviewOverdue(plan.id(), plan.patient(), plan.episode(), active.reviewDueOn()),
        plan.labels());
  }
}
