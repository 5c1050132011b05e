package org.daybridge.intake.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** An authorization ends soon. */
@ApplicationScoped
class EndingTimer implements TimerTarget {
  private final AuthorizationHandler handler;

  EndingTimer(AuthorizationHandler handler) {
    this.handler = handler;
  }

  @Override
  public String kind() {
    return AuthorizationHandler.ENDING_TIMER;
  }

  @Override
  public void fire(DueTimer timer) {
    handler.ending(new AuthorizationId(timer.subjectId()));
  }
}
