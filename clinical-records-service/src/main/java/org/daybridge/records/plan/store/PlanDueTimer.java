package org.daybridge.records.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;
import org.daybridge.records.plan.InterimPlanId;
import org.daybridge.records.plan.InterimPlans;

/** The week is over and no plan is active: the worklist of the clinician shows it as overdue. */
@ApplicationScoped
class PlanDueTimer implements TimerTarget {

  private final InterimPlans interims;

  PlanDueTimer(InterimPlans interims) {
    this.interims = interims;
  }

  @Override
  public String kind() {
    return TimedPlanClocks.PLAN_DUE;
  }

  @Override
  public void fire(DueTimer timer) {
    interims.markOverdue(new InterimPlanId(timer.subjectId()));
  }
}
