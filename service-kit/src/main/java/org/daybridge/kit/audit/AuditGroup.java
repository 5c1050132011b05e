package org.daybridge.kit.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.daybridge.kit.problem.DatabaseRefusal;

/**
 * Commits the audit rows of concurrent reads together. While one group is on its way to the disk
 * the next gathers; each read waits until its own row is durable, and fails when it is not.
 */
@ApplicationScoped
class AuditGroup {
  private static final int MOST = 128;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final AgroalDataSource source;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread writer =
      Thread.ofPlatform().daemon().name("audit-group").unstarted(this::run);

  AuditGroup(AgroalDataSource source) {
    this.source = source;
  }

  private record Waiting(AuditRow row, CompletableFuture<Void> written) {}

  @PostConstruct
  void start() {
    writer.start();
  }

  @PreDestroy
  void stop() {
    writer.interrupt();
  }

  /** Returns when the row is durable. */
  void write(AuditRow row) {
    Waiting mine = new Waiting(row, new CompletableFuture<>());
    queue.add(mine);
    try {
      mine.written().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The read could not be audited", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException(
          "The read was not audited in time", new SQLTimeoutException(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before the read was audited", e);
    }
  }

  private void run() {
    List<Waiting> group = new ArrayList<>();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        group.add(queue.take());
        queue.drainTo(group, MOST - 1);
        write(group);
        group.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A row that the database refuses must not take its neighbours with it. */
  private void write(List<Waiting> group) {
    try {
      insert(group);
      group.forEach(waiting -> waiting.written().complete(null));
    } catch (SQLException | RuntimeException e) {
      if (group.size() == 1 || DatabaseRefusal.isPassing(e)) {
        group.forEach(waiting -> waiting.written().completeExceptionally(e));
      } else {
        group.forEach(waiting -> write(List.of(waiting)));
      }
    }
  }

  /** One round trip: the driver sends a batch outside a transaction as one that commits itself. */
  private void insert(List<Waiting> group) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement insert = connection.prepareStatement(AuditRow.INSERT)) {
      for (Waiting waiting : group) {
        waiting.row().bind(insert);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
