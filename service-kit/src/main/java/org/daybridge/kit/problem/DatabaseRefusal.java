package org.daybridge.kit.problem;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the database refuses, in the words of the constraint that refused it. */
final class DatabaseRefusal {
  private static final Set<String> CONSTRAINT = Set.of("23505", "23514", "23P01", "23503", "23502");
  private static final Set<String> AGAIN = Set.of("40001", "40P01", "55P03");

  private DatabaseRefusal() {}

  /** The slug for what went wrong in the database; null when it was something else. */
  static @Nullable String slugOf(Throwable thrown) {
    Throwable e = thrown;
    for (int depth = 0; e != null && depth < 20; depth++, e = e.getCause()) {
      if (e instanceof jakarta.persistence.OptimisticLockException
          || e instanceof org.hibernate.StaleStateException) {
        return "changed-meanwhile";
      }
      if (e instanceof SQLException sql) {
        return slugOf(sql);
      }
    }
    return null;
  }

  private static @Nullable String slugOf(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (CONSTRAINT.contains(state)) {
      String slug = constraint(e).replace('_', '-');
      return ProblemCatalog.get().find(slug).isPresent() ? slug : "conflict";
    }
    if (AGAIN.contains(state)) {
      return "changed-meanwhile";
    }
    if (state.startsWith("22")) {
      return "malformed-request";
    }
    if ("42501".equals(state)) {
      return "not-found";
    }
    if (state.startsWith("08") || state.startsWith("57P") || state.isEmpty()) {
      return "temporarily-unavailable";
    }
    return null;
  }

  private static String constraint(SQLException e) {
    if (e instanceof PSQLException postgres) {
      ServerErrorMessage message = postgres.getServerErrorMessage();
      if (message != null && message.getConstraint() != null) {
        return message.getConstraint();
      }
    }
    return "";
  }
}
