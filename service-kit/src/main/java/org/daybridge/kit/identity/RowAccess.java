package org.daybridge.kit.identity;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells the database who asks, at the moment a connection joins a transaction; the row-level
 * policies read it. The settings end with the transaction, so that a pooled connection carries
 * nobody's identity to the next caller. Without a caller nothing is set and the policies show no
 * row.
 */
@Singleton
public class RowAccess implements AgroalPoolInterceptor {
  private static final String SET =
      "select set_config('daybridge.kind', ?, true), set_config('daybridge.principal', ?, true),"
          + " set_config('daybridge.organization', ?, true), set_config('daybridge.purpose', ?, true),"
          + " set_config('daybridge.now', ?, true)";
  private static final String SET_READING =
      SET + ", set_config('transaction_read_only', 'on', true)";

  private final Clock clock;

  RowAccess(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    Caller caller = Callers.bound();
    if (caller == null) {
      return;
    }
    try {
      tell(connection, caller);
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be told who asks", e);
    }
  }

  /**
   * Runs a step as the service itself within the present transaction, and hands back to the caller.
   * For steps that must look across patients by nature, such as matching a referred person; their
   * result must not tell the caller more than a permission allows.
   */
  public <T> T elevated(Jdbi jdbi, String name, Supplier<T> step) {
    Caller caller = Callers.current();
    Caller service =
        Caller.service(name, caller.organizationId(), caller.requestId())
            .onlyReading(caller.onlyReads());
    apply(jdbi, service);
    T result;
    try {
      result = Callers.doing(service, step);
    } catch (RuntimeException failed) {
      handBack(jdbi, caller, failed);
      throw failed;
    }
    apply(jdbi, caller);
    return result;
  }

  /** A transaction that the database aborted takes no more settings; the first failure is told. */
  private void handBack(Jdbi jdbi, Caller caller, RuntimeException failed) {
    try {
      apply(jdbi, caller);
    } catch (RuntimeException aborted) {
      failed.addSuppressed(aborted);
    }
  }

  private void apply(Jdbi jdbi, Caller caller) {
    try {
      jdbi.useHandle(handle -> tell(handle.getConnection(), caller));
    } catch (SQLException e) {
      throw new IllegalStateException("The database could not be told who asks", e);
    }
  }

  private void tell(Connection connection, Caller caller) throws SQLException {
    try (PreparedStatement set =
        connection.prepareStatement(caller.onlyReads() ? SET_READING : SET)) {
      set.setString(1, caller.kind().name());
      set.setString(2, caller.principalId().toString());
      set.setString(3, caller.organizationId().toString());
      set.setString(4, caller.purpose());
      set.setString(5, clock.instant().toString());
      set.execute();
    }
  }
}
