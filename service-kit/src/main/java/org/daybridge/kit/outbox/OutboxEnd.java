package org.daybridge.kit.outbox;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes a transaction's events as the last thing before it commits, in the order of their keys. So
 * a key is locked for no longer than the commit takes, and two transactions that tell of the same
 * patients wait for each other instead of blocking each other.
 */
final class OutboxEnd implements Synchronization {
  private final Jdbi jdbi;
  private final RelayBell bell;
  private final List<OutboxEntry> entries = new ArrayList<>();

  OutboxEnd(Jdbi jdbi, RelayBell bell) {
    this.jdbi = jdbi;
    this.bell = bell;
  }

  void add(OutboxEntry entry) {
    entries.add(entry);
  }

  @Override
  public void beforeCompletion() {
    entries.sort(Comparator.comparing(entry -> entry.event().key()));
    try {
      jdbi.useHandle(handle -> write(handle.getConnection()));
    } catch (SQLException e) {
      throw new IllegalStateException("The events could not be appended", e);
    }
  }

  private void write(Connection connection) throws SQLException {
    try (PreparedStatement append = connection.prepareStatement(OutboxEntry.APPEND)) {
      for (OutboxEntry entry : entries) {
        entry.bind(append);
        append.execute();
      }
    }
  }

  @Override
  public void afterCompletion(int status) {
    if (status == Status.STATUS_COMMITTED) {
      bell.ring();
    }
  }
}
