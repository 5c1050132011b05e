package org.daybridge.scheduling.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.timer.DueTimer;
import org.daybridge.kit.timer.TimerTarget;
import org.daybridge.scheduling.session.SessionHandler;

/** A session is a day away: its roster opens to those who run it. */
@ApplicationScoped
class RosterTimer implements TimerTarget {
  private final Seats seats;
  private final RosterAccessHandler rosters;

  RosterTimer(Seats seats, RosterAccessHandler rosters) {
    this.seats = seats;
    this.rosters = rosters;
  }

  @Override
  public String kind() {
    return SessionHandler.ROSTER_TIMER;
  }

  @Override
  public void fire(DueTimer timer) {
    SessionSlot session = seats.require(new SessionId(timer.subjectId()));
    if (session.planned()) {
      rosters.open(session);
    }
  }
}
