package org.daybridge.scheduling.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;
import org.daybridge.scheduling.session.SessionHandler;

/** A session began a quarter of an hour ago. */
@ApplicationScoped
class NoShowTimer implements TimerTarget {
  private final OutreachHandler outreach;

  NoShowTimer(OutreachHandler outreach) {
    this.outreach = outreach;
  }

  @Override
  public String kind() {
    return SessionHandler.NO_SHOW_TIMER;
  }

  @Override
  public void fire(DueTimer timer) {
    outreach.openFor(new SessionId(timer.subjectId()));
  }
}
