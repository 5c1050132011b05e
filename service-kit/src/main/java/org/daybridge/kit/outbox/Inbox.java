package org.daybridge.kit.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.EventCatalog;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.DatabaseRefusal;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes an event in, once. The note that it was handled commits with its effect; a repeat does
 * nothing; a hole in an aggregate's numbers waits for what is missing; what can't be handled is
 * parked and holds back the later events of its key, so that a patient's history is never taken in
 * out of order.
 */
@ApplicationScoped
public class Inbox {
  private static final Logger LOG = Logger.getLogger(Inbox.class);
  private static final int TRIES = 3;
  private static final int TOGETHER = 25;

  private final InboxRows rows;
  private final EventJson json;
  private final EventSettings settings;
  private final Followers followers;
  private final InboxBatch batch;

  Inbox(
      InboxRows rows,
      EventJson json,
      EventSettings settings,
      Followers followers,
      InboxBatch batch) {
    this.rows = rows;
    this.json = json;
    this.settings = settings;
    this.followers = followers;
    this.batch = batch;
  }

  /** A record that could be read. */
  record Arrival(InboxRecord message, UUID key, Envelope envelope) {}

  /** Handles what one poll brought; when this returns the fate of each is committed. */
  void receive(List<InboxRecord> messages) {
    List<Arrival> arrivals = messages.stream().map(this::read).flatMap(Optional::stream).toList();
    for (int i = 0; i < arrivals.size(); i += TOGETHER) {
      List<Arrival> some = arrivals.subList(i, Math.min(i + TOGETHER, arrivals.size()));
      if (!batch.take(some)) {
        some.forEach(this::receive);
      }
    }
  }

  /** What is no event is put aside: it has no place in anybody's history. */
  private Optional<Arrival> read(InboxRecord message) {
    try {
      Envelope envelope = json.read(message.value());
      return Optional.of(new Arrival(message, UUID.fromString(message.key()), envelope));
    } catch (IOException | RuntimeException e) {
      park(message, null, null, Parked.POISON, e);
      return Optional.empty();
    }
  }

  private void receive(Arrival arrival) {
    InboxRecord message = arrival.message();
    Envelope envelope = arrival.envelope();
    boolean blocked = inService(envelope, () -> rows.keyIsBlocked(message.topic(), arrival.key()));
    Optional<Why> why = blocked ? Optional.of(new Why(Parked.BEHIND, null)) : attempt(envelope);
    why.ifPresent(
        reason -> park(message, arrival.key(), envelope, reason.reason(), reason.error()));
  }

  private record Why(Parked reason, @Nullable Throwable error) {}

  /**
   * Empty when the event is handled, else why it was not. That the database is away is no fault of
   * the event: it goes up to the pump, which comes again with the same event.
   */
  private Optional<Why> attempt(Envelope envelope) {
    RuntimeException last = null;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        return inService(envelope, () -> handle(envelope));
      } catch (NotYetKnown e) {
        return Optional.of(new Why(Parked.NOT_YET_KNOWN, e));
      } catch (RuntimeException e) {
        if (DatabaseRefusal.isPassing(e)) {
          throw e;
        }
        last = e;
        LOG.warnf(
            "Event %s of type %s failed with %s, attempt %d",
            envelope.eventId(), envelope.type(), e.getClass().getName(), attempt);
        LOG.debug("Event failed", e);
        pause(50L * attempt);
      }
    }
    return Optional.of(new Why(Parked.FAILED, last));
  }

  private Optional<Why> handle(Envelope envelope) {
    if (envelope.aggregateVersion() > rows.versionOf(envelope.aggregateId()) + 1) {
      return Optional.of(new Why(Parked.GAP, null));
    }
    Optional<Class<? extends DomainEvent>> type = EventCatalog.find(envelope.type());
    if (type.isEmpty() || envelope.version() != 1) {
      rows.advance(envelope);
      return Optional.of(new Why(Parked.UNKNOWN_TYPE, null));
    }
    if (rows.firstSight(envelope)) {
      rows.advance(envelope);
      followers.take(envelope, type.get());
    }
    return Optional.empty();
  }

  /** Tries the parked events again that may go now; returns how many went. */
  int retryParked() {
    int went = 0;
    for (InboxRows.ParkedRow parked : transactional(rows::ready)) {
      try {
        Envelope envelope = json.read(parked.message().value());
        Optional<Why> why = attempt(envelope);
        if (why.isEmpty()) {
          transactional(() -> rows.resolve(parked.id()));
          went++;
        } else {
          Parked reason = why.get().reason();
          transactional(() -> rows.stillParked(parked.id(), reason, name(why.get().error())));
          went += reason == Parked.UNKNOWN_TYPE ? 1 : 0;
        }
      } catch (IOException e) {
        transactional(() -> rows.stillParked(parked.id(), Parked.POISON, name(e)));
      }
    }
    return went;
  }

  /** Lets the events be tried again that an earlier release did not know; returns how many. */
  int reopenKnown() {
    return transactional(() -> rows.reopenUnknown(EventCatalog.all().keySet()));
  }

  /** Lets the events that failed for good be tried once more; returns how many. */
  public int replayFailed() {
    return transactional(rows::reopenFailed);
  }

  private void park(
      InboxRecord message,
      @Nullable UUID key,
      @Nullable Envelope envelope,
      Parked reason,
      @Nullable Throwable error) {
    LOG.warnf(
        "Parked %s of %s: %s",
        envelope == null ? "a record" : envelope.eventId(), message.topic(), reason);
    transactional(() -> rows.park(message, key, envelope, reason, name(error)));
  }

  private <T> T inService(Envelope envelope, Callable<T> work) {
    Caller caller =
        Caller.service(settings.service(), envelope.organizationId(), envelope.correlationId());
    return Callers.doing(caller, () -> QuarkusTransaction.requiringNew().call(work));
  }

  private <T> T transactional(Callable<T> work) {
    Caller caller = Caller.service(settings.service(), new UUID(0, 0), Ids.next());
    return Callers.doing(caller, () -> QuarkusTransaction.requiringNew().call(work));
  }

  private static @Nullable String name(@Nullable Throwable error) {
    return error == null ? null : error.getClass().getName();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
