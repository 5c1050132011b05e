package org.daybridge.medication.prescriber.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.scheduling.SchedulingEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.medication.prescriber.Authorities;
import org.daybridge.medication.prescriber.Authority;

/** Keeps what the staff register says about licenses. */
@ApplicationScoped
class StaffFollower implements Follower {
  private final Authorities authorities;

  StaffFollower(Authorities authorities) {
    this.authorities = authorities;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(StaffRegistered.class, StaffChanged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof StaffRegistered registered) {
      keep(registered.staffId(), registered.active(), registered.licenses());
    } else if (event instanceof StaffChanged changed) {
      keep(changed.staffId(), changed.active(), changed.licenses());
    }
  }

  private void keep(StaffId staff, boolean active, List<SchedulingEvent.License> licenses) {
    authorities.keep(
        new Authority(
            staff.value(),
            active,
            licenses.stream()
                .map(l -> new Authority.License(l.type(), l.state(), l.expiresOn()))
                .toList()));
  }
}
