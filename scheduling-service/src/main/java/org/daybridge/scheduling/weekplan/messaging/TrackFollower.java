package org.daybridge.scheduling.weekplan.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.TrackChanged;
import org.daybridge.contract.intake.IntakeEvent.TrackOpened;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.scheduling.weekplan.ClinicCalendar;

/** Learns which tracks a program has: its week is theirs. */
@ApplicationScoped
class TrackFollower implements Follower {
  private final ClinicCalendar calendar;

  TrackFollower(ClinicCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(TrackOpened.class, TrackChanged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case TrackOpened opened ->
          calendar.track(opened.trackId(), opened.programId(), opened.code(), opened.active());
      case TrackChanged changed ->
          calendar.track(changed.trackId(), changed.programId(), changed.code(), changed.active());
      default -> throw new IllegalArgumentException(envelope.type() + " is not followed");
    }
  }
}
