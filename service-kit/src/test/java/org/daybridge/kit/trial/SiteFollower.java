package org.daybridge.kit.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteOpened;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.kit.outbox.NotYetKnown;

/** Follows sites, and does as a test says about single ones. */
@ApplicationScoped
public class SiteFollower implements Follower {
  /** Sites that are not known yet. */
  public static final Set<UUID> UNKNOWN = ConcurrentHashMap.newKeySet();

  /** Sites whose events make the follower stumble, after it has written. */
  public static final Set<UUID> BROKEN = ConcurrentHashMap.newKeySet();

  private final Effects effects;

  SiteFollower(Effects effects) {
    this.effects = effects;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(SiteOpened.class, SiteChanged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    UUID site = envelope.aggregateId();
    if (UNKNOWN.contains(site)) {
      throw new NotYetKnown("site", site);
    }
    effects.add(envelope.eventId(), site, envelope.type() + " " + envelope.aggregateVersion());
    AuditTrail.updated("site", site, null);
    if (BROKEN.contains(site)) {
      throw new IllegalStateException("as the test wishes");
    }
  }
}
