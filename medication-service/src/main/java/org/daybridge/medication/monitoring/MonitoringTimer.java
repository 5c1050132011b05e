package org.daybridge.medication.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** Looks at a person's tests when something changed or a day came. */
@ApplicationScoped
class MonitoringTimer implements TimerTarget {
  private final MonitoringWatchHandler watch;

  MonitoringTimer(MonitoringWatchHandler watch) {
    this.watch = watch;
  }

  @Override
  public String kind() {
    return MonitoringWatchHandler.LOOK;
  }

  @Override
  public void fire(DueTimer timer) {
    watch.look(new PatientId(timer.subjectId()));
  }
}
