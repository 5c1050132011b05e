package org.daybridge.scheduling.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.daybridge.contract.scheduling.SchedulingEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteOpened;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.scheduling.register.Registered.Change;

/** Enters things into the register and tells the other services of sites and staff. */
@ApplicationScoped
public class RegisterHandler {
  private final Register register;
  private final Outbox outbox;

  RegisterHandler(Register register, Outbox outbox) {
    this.register = register;
    this.outbox = outbox;
  }

  /**
   * Enters the thing under its code. The same content again changes nothing; other content asks
   * {@code sees} whether the caller has seen the version that it replaces.
   */
  @Transactional
  public <T extends Entry> Registered<T> enter(T entry, LongConsumer sees) {
    @SuppressWarnings("unchecked")
    Class<T> type = (Class<T>) entry.kind().type();
    check(entry);
    Optional<Registered<T>> known = register.find(type, entry.code());
    if (known.isPresent() && known.get().entry().equals(entry)) {
      return known.get();
    }
    known.ifPresent(before -> sees.accept(before.version()));
    Registered<T> now =
        known
            .map(before -> register.change(before.id(), entry))
            .orElseGet(() -> register.add(entry));
    announce(now);
    return now;
  }

  private void check(Entry entry) {
    switch (entry) {
      case Room room -> {
        if (register.find(Site.class, room.site()).isEmpty()) {
          throw RuleRefused.rule("site-known", "there is no such site");
        }
      }
      case StaffMember member -> {
        if (member.supervisor() != null
            && register.find(StaffMember.class, member.supervisor()).isEmpty()) {
          throw RuleRefused.rule("supervisor-known", "there is no such supervisor");
        }
      }
      case Site _, SessionType _ -> {}
    }
  }

  private void announce(Registered<? extends Entry> now) {
    boolean isNew = now.change() == Change.CREATED;
    switch (now.entry()) {
      case Site site -> outbox.append(told(new SiteId(now.id()), site, isNew));
      case StaffMember member -> outbox.append(told(new StaffId(now.id()), member, isNew));
      case Room _, SessionType _ -> {}
    }
  }

  private static SchedulingEvent told(SiteId id, Site site, boolean isNew) {
    return isNew
        ? new SiteOpened(id, site.code(), site.zone(), site.active())
        : new SiteChanged(id, site.code(), site.zone(), site.active());
  }

  private SchedulingEvent told(StaffId id, StaffMember member, boolean isNew) {
    StaffId supervisor =
        Optional.ofNullable(member.supervisor())
            .flatMap(code -> register.find(StaffMember.class, code))
            .map(found -> new StaffId(found.id()))
            .orElse(null);
    return isNew
        ? new StaffRegistered(
            id, member.discipline(), member.roles(), member.licenses(), supervisor, member.active())
        : new StaffChanged(
            id,
            member.discipline(),
            member.roles(),
            member.licenses(),
            supervisor,
            member.active());
  }
}
