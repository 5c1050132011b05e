package org.daybridge.outcomes.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;

/** Each morning of an episode, by the wall clock of its site. */
@ApplicationScoped
class CadenceTimer implements TimerTarget {
  private final AssignmentHandler assignments;

  CadenceTimer(AssignmentHandler assignments) {
    this.assignments = assignments;
  }

  @Override
  public String kind() {
    return AssignmentHandler.CADENCE_TIMER;
  }

  @Override
  public void fire(DueTimer timer) {
    assignments.repeat(timer.subjectId());
  }
}
