package org.daybridge.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.EventCatalog;
import org.daybridge.contract.Id;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Where a handler leaves what happened. The event commits with the change that it tells of, or not
 * at all; a relay sends it afterwards. Refuses to work outside a transaction.
 */
@ApplicationScoped
public class Outbox {
  private static final ThreadLocal<@Nullable UUID> CAUSE = new ThreadLocal<>();

  private final Jdbi jdbi;
  private final ObjectMapper json;
  private final Clock clock;

  Outbox(Jdbi jdbi, ObjectMapper json, Clock clock) {
    this.jdbi = jdbi;
    this.json = json;
    this.clock = clock;
  }

  /** Appends an event; one that concerns a patient is labelled with the most restricted labels. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(DomainEvent event) {
    append(event, event.patientId() == null ? Labels.NONE : Labels.PART2 | Labels.MENTAL);
  }

  /**
   * Appends several events, in the order of their keys: two transactions that tell of the same
   * patients then wait for each other instead of blocking each other.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void appendAll(List<? extends DomainEvent> events, int labels) {
    events.stream()
        .sorted(Comparator.comparing(DomainEvent::key))
        .forEach(event -> append(event, labels));
  }

  /** Appends an event with the labels of the row that it tells of. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(DomainEvent event, int labels) {
    Caller caller = Callers.current();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select append_outbox(:eventId, :organizationId, :type, :version, :key, :aggregateId,"
                        + " :patientId, :episodeId, :occurredAt, :correlationId, :causationId, :actorId,"
                        + " :labels, :payload)")
                .bind("eventId", Ids.next())
                .bind("organizationId", caller.organizationId())
                .bind("type", EventCatalog.typeOf(event))
                .bind("version", event.version())
                .bind("key", event.key())
                .bind("aggregateId", event.aggregate().value())
                .bindByType("patientId", uuid(event.patientId()), UUID.class)
                .bindByType("episodeId", uuid(event.episodeId()), UUID.class)
                .bind("occurredAt", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("correlationId", caller.requestId())
                .bindByType("causationId", CAUSE.get(), UUID.class)
                .bind("actorId", caller.principalId())
                .bind("labels", labels)
                .bind("payload", written(event))
                .mapTo(Long.class)
                .one());
  }

  /** What is appended meanwhile was caused by this event. */
  static void causedBy(UUID eventId, Runnable work) {
    CAUSE.set(eventId);
    try {
      work.run();
    } finally {
      CAUSE.remove();
    }
  }

  private String written(DomainEvent event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(EventCatalog.typeOf(event) + " can't be written as JSON", e);
    }
  }

  private static @Nullable UUID uuid(@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
