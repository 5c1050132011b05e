package org.daybridge.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.EventCatalog;
import org.daybridge.kit.audit.AuditLog;

/** All followers of this service, and what they do with an event. */
@ApplicationScoped
class Followers {
  private final List<Follower> followers;
  private final EventJson json;
  private final EventSettings settings;
  private final AuditLog audit;

  Followers(
      @Any Instance<Follower> followers, EventJson json, EventSettings settings, AuditLog audit) {
    this.followers = followers.stream().toList();
    this.json = json;
    this.settings = settings;
    this.audit = audit;
  }

  /**
   * The other services whose topics somebody here follows; its own changes a service knows already.
   */
  Set<String> producers() {
    return followers.stream()
        .flatMap(follower -> follower.follows().stream())
        .map(EventCatalog::producerOf)
        .filter(producer -> !producer.equals(settings.service()))
        .collect(Collectors.toSet());
  }

  /** Lets everybody who follows this type do their work, within the present transaction. */
  void take(Envelope envelope, Class<? extends DomainEvent> type) {
    List<Follower> interested =
        followers.stream().filter(follower -> follower.follows().contains(type)).toList();
    if (interested.isEmpty()) {
      return;
    }
    DomainEvent event = payload(envelope, type);
    Runnable work = () -> interested.forEach(follower -> follower.on(envelope, event));
    audit.around("follow." + envelope.type(), () -> Outbox.causedBy(envelope.eventId(), work));
  }

  private DomainEvent payload(Envelope envelope, Class<? extends DomainEvent> type) {
    try {
      return json.payload(envelope, type);
    } catch (IOException e) {
      throw new IllegalArgumentException("The payload does not fit " + type.getSimpleName(), e);
    }
  }
}
