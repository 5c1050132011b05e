package org.daybridge.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.EventCatalog;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Where a handler leaves what happened. The event commits with the change that it tells of, or not
 * at all; a relay sends it afterwards. Refuses to work outside a transaction. The rows are written
 * when the transaction ends, those of one key in the order in which they were left here.
 */
@ApplicationScoped
public class Outbox {
  private static final ThreadLocal<@Nullable UUID> CAUSE = new ThreadLocal<>();

  private final TransactionSynchronizationRegistry transaction;
  private final Jdbi jdbi;
  private final RelayBell bell;
  private final ObjectMapper json;
  private final Clock clock;

  Outbox(
      TransactionSynchronizationRegistry transaction,
      Jdbi jdbi,
      RelayBell bell,
      ObjectMapper json,
      Clock clock) {
    this.transaction = transaction;
    this.jdbi = jdbi;
    this.bell = bell;
    this.json = json;
    this.clock = clock;
  }

  /** Appends an event; one that concerns a patient is labelled with the most restricted labels. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(DomainEvent event) {
    append(event, event.patientId() == null ? Labels.NONE : Labels.PART2 | Labels.MENTAL);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void appendAll(List<? extends DomainEvent> events, int labels) {
    events.forEach(event -> append(event, labels));
  }

  /** Appends an event with the labels of the row that it tells of. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void append(DomainEvent event, int labels) {
    end()
        .add(
            new OutboxEntry(
                event,
                Ids.next(),
                Callers.current(),
                CAUSE.get(),
                clock.instant(),
                labels,
                written(event)));
  }

  private OutboxEnd end() {
    if (transaction.getResource(OutboxEnd.class) instanceof OutboxEnd present) {
      return present;
    }
    OutboxEnd end = new OutboxEnd(jdbi, bell);
    transaction.registerInterposedSynchronization(end);
    transaction.putResource(OutboxEnd.class, end);
    return end;
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
}
