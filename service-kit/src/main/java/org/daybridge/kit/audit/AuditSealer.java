package org.daybridge.kit.audit;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.daybridge.kit.outbox.EventSettings;
import org.daybridge.kit.outbox.WorkerDatabase;
import org.jboss.logging.Logger;

/**
 * Seals the audit rows into a chain of blocks each second, one sealer over all replicas. A row that
 * was changed, removed or slipped in afterwards breaks the chain: it detects, it does not prevent.
 */
@ApplicationScoped
public class AuditSealer {
  private static final Logger LOG = Logger.getLogger(AuditSealer.class);
  private static final long LOCK = 0x6175646974L;
  private static final int BLOCK = 5_000;
  private static final long EVERY = 1_000;

  private final WorkerDatabase database;
  private final EventSettings settings;
  private volatile boolean running;
  private Thread thread = new Thread(() -> {});

  AuditSealer(WorkerDatabase database, EventSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  void start(@Observes @Priority(2000) StartupEvent event) {
    if (settings.running()) {
      running = true;
      thread = Thread.ofPlatform().daemon().name("audit-sealer").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(5_000);
  }

  private void run() {
    while (running) {
      try (Connection connection = database.connect("daybridge-sealer")) {
        seal(connection);
      } catch (SQLException e) {
        LOG.warnf("The sealer lost its database connection, SQL state %s", e.getSQLState());
        pause();
      } catch (RuntimeException e) {
        LOG.warnf("The sealer stumbled over %s", e.getClass().getName());
        pause();
      }
    }
  }

  private record Mark(long upto, long horizon) {}

  /**
   * An id is drawn a moment before its transaction gets the number that the horizon knows. So the
   * horizon is taken a round after the ids that it covers, and they are sealed a round later still.
   */
  private void seal(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      lock.setLong(1, LOCK);
      while (running && !answer(lock)) {
        pause();
      }
    }
    Mark before = mark(connection);
    Mark last = before;
    try (PreparedStatement seal = connection.prepareStatement("select audit_seal(?, ?, ?)")) {
      while (running) {
        pause();
        seal.setLong(1, before.upto());
        seal.setLong(2, last.horizon());
        seal.setInt(3, BLOCK);
        int sealed;
        do {
          sealed = number(seal);
        } while (sealed == BLOCK && running);
        before = last;
        last = mark(connection);
      }
    }
  }

  private static Mark mark(Connection connection) throws SQLException {
    try (Statement ask = connection.createStatement();
        ResultSet mark =
            ask.executeQuery(
                "select coalesce(max(id), 0), pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
                    + " from audit_event")) {
      mark.next();
      return new Mark(mark.getLong(1), mark.getLong(2));
    }
  }

  private static boolean answer(PreparedStatement ask) throws SQLException {
    try (ResultSet answer = ask.executeQuery()) {
      answer.next();
      return answer.getBoolean(1);
    }
  }

  private static int number(PreparedStatement ask) throws SQLException {
    try (ResultSet answer = ask.executeQuery()) {
      answer.next();
      return answer.getInt(1);
    }
  }

  private void pause() {
    try {
      Thread.sleep(EVERY);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
