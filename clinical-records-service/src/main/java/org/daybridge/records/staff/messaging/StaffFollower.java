package org.daybridge.records.staff.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.License;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.records.signing.Credentials;
import org.daybridge.records.staff.StaffRegister;
import org.jspecify.annotations.Nullable;

/** Keeps licenses at hand, so that a signature can say what its signer was that day. */
@ApplicationScoped
class StaffFollower implements Follower {

  private final StaffRegister staff;

  StaffFollower(StaffRegister staff) {
    this.staff = staff;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(StaffRegistered.class, StaffChanged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof StaffRegistered(var id, var what, var roles, var has, var by, var is)) {
      staff.save(member(id, what, roles, has, by, is));
    } else if (event
        instanceof StaffChanged(var id, var what, var roles, var has, var by, var is)) {
      staff.save(member(id, what, roles, has, by, is));
    }
  }

  private static StaffRegister.Member member(
      StaffId id,
      String discipline,
      Set<String> roles,
      List<License> licenses,
      @Nullable StaffId supervisor,
      boolean active) {
    var held =
        licenses.stream()
            .map(each -> new Credentials.License(each.type(), each.state(), each.expiresOn()))
            .toList();
    return new StaffRegister.Member(
        id,
        discipline,
        roles,
        new Credentials(discipline, held),
        Optional.ofNullable(supervisor),
        active);
  }
}
