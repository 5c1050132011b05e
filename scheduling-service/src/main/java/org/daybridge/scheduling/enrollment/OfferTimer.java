package org.daybridge.scheduling.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.scheduling.EnrollmentId;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** An offer's time is up. */
@ApplicationScoped
class OfferTimer implements TimerTarget {
  private final WaitlistHandler waitlist;

  OfferTimer(WaitlistHandler waitlist) {
    this.waitlist = waitlist;
  }

  @Override
  public String kind() {
    return WaitlistHandler.OFFER_TIMER;
  }

  @Override
  public void fire(DueTimer timer) {
    waitlist.lapse(new EnrollmentId(timer.subjectId()));
  }
}
