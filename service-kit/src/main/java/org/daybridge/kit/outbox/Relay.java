package org.daybridge.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Sends the outbox to the broker: one relay at a time over all replicas, in the order of commits
 * per key, woken by a notification of the database. A crash between the broker's acknowledgement
 * and the mark sends again; followers take an event in once. Without a broker the rows wait.
 */
@ApplicationScoped
public class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final int BATCH = 500;

  private final WorkerDatabase database;
  private final EventSettings settings;
  private final RelayProducer producer;
  private final AtomicLong pending = new AtomicLong();
  private final AtomicLong blocked = new AtomicLong();
  private final Counter sent;
  private final Counter deaf;
  private volatile boolean running;
  private Thread thread = new Thread(() -> {});

  Relay(
      WorkerDatabase database,
      EventSettings settings,
      RelayProducer producer,
      MeterRegistry meters) {
    this.database = database;
    this.settings = settings;
    this.producer = producer;
    this.sent = meters.counter("daybridge.outbox.sent");
    this.deaf = meters.counter("daybridge.outbox.deaf.listener");
    meters.gauge("daybridge.outbox.pending", pending);
    meters.gauge("daybridge.outbox.blocked", blocked);
  }

  void start(@Observes @Priority(2000) StartupEvent event) {
    if (settings.running() && settings.bootstrap().isPresent()) {
      running = true;
      thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(5_000);
  }

  private void run() {
    while (running) {
      try (Connection connection = database.connect("daybridge-relay")) {
        relay(connection);
      } catch (SQLException e) {
        LOG.warnf("The relay lost its database connection, SQL state %s", e.getSQLState());
        pause(1_000);
      } catch (RuntimeException e) {
        LOG.warnf("The relay stumbled over %s", e.getClass().getName());
        LOG.debug("The relay stumbled", e);
        pause(1_000);
      }
    }
    producer.close();
  }

  private void relay(Connection connection) throws SQLException {
    OutboxRows rows = new OutboxRows(connection);
    while (running && !rows.lock()) {
      pause(1_000);
    }
    rows.listen();
    blocked.set(rows.blocked());
    PGConnection notifications = connection.unwrap(PGConnection.class);
    boolean woken = true;
    while (running) {
      List<OutboxRows.Row> batch = rows.pending(BATCH);
      pending.set(batch.size());
      if (batch.isEmpty()) {
        int wait = (int) settings.slowPoll().toMillis();
        var heard = notifications.getNotifications(wait);
        woken = heard != null && heard.length > 0;
        continue;
      }
      if (!woken) {
        deaf.increment();
      }
      RelayProducer.Sent outcome = producer.send(batch);
      rows.mark(outcome);
      if (!outcome.unsendable().isEmpty()) {
        blocked.set(rows.blocked());
      }
      sent.increment(outcome.acknowledged().size());
      if (outcome.acknowledged().isEmpty()) {
        pause(500);
      }
      woken = true;
    }
  }

  private void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
