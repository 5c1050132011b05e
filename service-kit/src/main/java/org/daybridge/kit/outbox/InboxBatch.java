package org.daybridge.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.EventCatalog;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.DatabaseRefusal;
import org.jboss.logging.Logger;

/**
 * Takes events that arrived together in by one transaction: a backlog is then bound by what the
 * followers do, not by the disk. All or nothing; when one of them can't simply be handled nothing
 * has happened, and each goes its own way.
 */
@ApplicationScoped
class InboxBatch {
  private static final Logger LOG = Logger.getLogger(InboxBatch.class);

  private final InboxRows rows;
  private final Followers followers;
  private final EventSettings settings;
  private final EntityManager entities;

  InboxBatch(InboxRows rows, Followers followers, EventSettings settings, EntityManager entities) {
    this.rows = rows;
    this.followers = followers;
    this.settings = settings;
    this.entities = entities;
  }

  /** Whether all are handled, in their order; when not, none is. */
  boolean take(List<Inbox.Arrival> arrivals) {
    UUID organization = arrivals.getFirst().envelope().organizationId();
    if (arrivals.stream()
        .anyMatch(arrival -> !arrival.envelope().organizationId().equals(organization))) {
      return false;
    }
    try {
      return Callers.doing(
          caller(arrivals.getFirst().envelope()),
          () -> QuarkusTransaction.requiringNew().call(() -> handle(arrivals)));
    } catch (RuntimeException e) {
      if (DatabaseRefusal.isPassing(e)) {
        throw e;
      }
      LOG.debug("Events that arrived together go one by one", e);
      return false;
    }
  }

  private boolean handle(List<Inbox.Arrival> arrivals) {
    if (rows.anyKeyIsBlocked(arrivals)) {
      return false;
    }
    Map<UUID, Long> reached = new HashMap<>(rows.versionsOf(arrivals));
    if (!arrivals.stream().allMatch(arrival -> isNext(arrival.envelope(), reached))) {
      return false;
    }
    Set<UUID> fresh = new HashSet<>(rows.firstSights(arrivals));
    rows.advance(reached);
    for (Inbox.Arrival arrival : arrivals) {
      if (fresh.remove(arrival.envelope().eventId())) {
        follow(arrival.envelope());
      }
    }
    return true;
  }

  private static boolean isNext(Envelope envelope, Map<UUID, Long> reached) {
    long version = reached.getOrDefault(envelope.aggregateId(), 0L);
    if (envelope.aggregateVersion() > version + 1
        || envelope.version() != 1
        || type(envelope).isEmpty()) {
      return false;
    }
    reached.put(envelope.aggregateId(), Math.max(version, envelope.aggregateVersion()));
    return true;
  }

  /** An event must not see the entities of the one before as they stood in its memory. */
  private void follow(Envelope envelope) {
    Callers.doing(
        caller(envelope),
        () -> {
          followers.take(envelope, type(envelope).orElseThrow());
          entities.flush();
          entities.clear();
          return true;
        });
  }

  private static Optional<Class<? extends DomainEvent>> type(Envelope envelope) {
    return EventCatalog.find(envelope.type());
  }

  private Caller caller(Envelope envelope) {
    return Caller.service(settings.service(), envelope.organizationId(), envelope.correlationId());
  }
}
