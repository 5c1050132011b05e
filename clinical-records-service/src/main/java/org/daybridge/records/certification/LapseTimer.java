package org.daybridge.records.certification;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** Asks on the day after a certified period whether another one follows. */
@ApplicationScoped
class LapseTimer implements TimerTarget {

  private final CertificationHandler handler;

  LapseTimer(CertificationHandler handler) {
    this.handler = handler;
  }

  @Override
  public String kind() {
    return CertificationHandler.LAPSE;
  }

  @Override
  public void fire(DueTimer timer) {
    handler.ended(new CertificationId(timer.subjectId()));
  }
}
