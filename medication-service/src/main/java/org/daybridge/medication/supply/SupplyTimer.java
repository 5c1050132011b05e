package org.daybridge.medication.supply;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** Looks at a supply when its days of grace are over. */
@ApplicationScoped
class SupplyTimer implements TimerTarget {
  private final SupplyHandler handler;

  SupplyTimer(SupplyHandler handler) {
    this.handler = handler;
  }

  @Override
  public String kind() {
    return SupplyHandler.SUPPLY_ENDS;
  }

  @Override
  public void fire(DueTimer timer) {
    handler.graceIsOver(timer.subjectId());
  }
}
