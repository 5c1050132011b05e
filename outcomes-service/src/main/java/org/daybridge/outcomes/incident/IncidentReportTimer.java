package org.daybridge.outcomes.incident;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** The clock of the reports that an incident owes. */
@ApplicationScoped
class IncidentReportTimer implements TimerTarget {
  private final IncidentHandler incidents;

  IncidentReportTimer(IncidentHandler incidents) {
    this.incidents = incidents;
  }

  @Override
  public String kind() {
    return IncidentHandler.REPORT_TIMER;
  }

  @Override
  public void fire(DueTimer timer) {
    incidents.clockRanOut(timer.subjectId());
  }
}
