package org.daybridge.intake.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** An authorization has ended. */
@ApplicationScoped
class ExpiryTimer implements TimerTarget {
  private final AuthorizationHandler handler;

  ExpiryTimer(AuthorizationHandler handler) {
    this.handler = handler;
  }

  @Override
  public String kind() {
    return AuthorizationHandler.EXPIRY_TIMER;
  }

  @Override
  public void fire(DueTimer timer) {
    handler.expired(new AuthorizationId(timer.subjectId()));
  }
}
