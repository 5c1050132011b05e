package org.daybridge.kit.http;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.daybridge.kit.outbox.EventSettings;
import org.daybridge.kit.outbox.WorkerDatabase;
import org.jboss.logging.Logger;

/** Forgets the answers kept under Idempotency-Keys after 24 hours. */
@ApplicationScoped
public class AnswerRetention {
  private static final Logger LOG = Logger.getLogger(AnswerRetention.class);
  private static final long EVERY_MINUTES = 15;

  private final WorkerDatabase database;
  private final EventSettings settings;
  private final CountDownLatch stopping = new CountDownLatch(1);

  AnswerRetention(WorkerDatabase database, EventSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  void start(@Observes @Priority(2000) StartupEvent event) {
    if (settings.running()) {
      Thread.ofVirtual().name("answer-retention").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(EVERY_MINUTES, TimeUnit.MINUTES)) {
        forget();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int forget() {
    try (Connection connection = database.connect("daybridge-retention");
        Statement delete = connection.createStatement()) {
      return delete.executeUpdate(
          "delete from idempotency where answered_at < clock_timestamp() - interval '24 hours'");
    } catch (SQLException e) {
      LOG.warnf("Old answers could not be forgotten, SQL state %s", e.getSQLState());
      return 0;
    }
  }
}
