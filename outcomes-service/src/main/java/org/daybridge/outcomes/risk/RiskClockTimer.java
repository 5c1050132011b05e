package org.daybridge.outcomes.risk;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** The clock of a risk case: acknowledgement first, disposition afterwards. */
@ApplicationScoped
class RiskClockTimer implements TimerTarget {
  private final RiskHandler risk;

  RiskClockTimer(RiskHandler risk) {
    this.risk = risk;
  }

  @Override
  public String kind() {
    return RiskHandler.CLOCK_TIMER;
  }

  @Override
  public void fire(DueTimer timer) {
    risk.escalate(new RiskCaseId(timer.subjectId()));
  }
}
