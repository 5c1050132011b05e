package org.daybridge.records.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.records.PlanId;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;
import org.daybridge.records.plan.TreatmentPlans;

/** Nobody reviewed the plan in time: the worklist shows it as overdue until somebody does. */
@ApplicationScoped
class ReviewDueTimer implements TimerTarget {

  private final TreatmentPlans plans;

  ReviewDueTimer(TreatmentPlans plans) {
    this.plans = plans;
  }

  @Override
  public String kind() {
    return TimedPlanClocks.REVIEW_DUE;
  }

  @Override
  public void fire(DueTimer timer) {
    plans.markReviewOverdue(new PlanId(timer.subjectId()));
  }
}
