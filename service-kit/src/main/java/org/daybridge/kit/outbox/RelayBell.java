package org.daybridge.kit.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jboss.logging.Logger;

/**
 * Wakes the relay, whichever replica it runs in, after something was committed; once for all
 * commits of a moment. Not in their transactions: PostgreSQL lets commits that notify through one
 * by one, each with a write to the disk. A ring that is lost costs the relay's slow look.
 */
@ApplicationScoped
class RelayBell {
  private static final Logger LOG = Logger.getLogger(RelayBell.class);

  private final WorkerDatabase database;
  private final EventSettings settings;
  private final BlockingQueue<Boolean> rung = new ArrayBlockingQueue<>(1);
  private volatile boolean running;
  private Thread thread = new Thread(() -> {});

  RelayBell(WorkerDatabase database, EventSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  void start(@Observes @Priority(2000) StartupEvent event) {
    if (settings.running() && settings.bootstrap().isPresent()) {
      running = true;
      thread = Thread.ofPlatform().daemon().name("relay-bell").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(5_000);
  }

  /** Something is committed. Returns at once. */
  void ring() {
    var _ = rung.offer(true);
  }

  private void run() {
    while (running) {
      try (Connection connection = database.connect("daybridge-bell");
          Statement bell = connection.createStatement()) {
        while (running) {
          rung.take();
          bell.execute("notify daybridge_outbox");
        }
      } catch (SQLException e) {
        LOG.warnf("The relay's bell lost its database connection, SQL state %s", e.getSQLState());
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
