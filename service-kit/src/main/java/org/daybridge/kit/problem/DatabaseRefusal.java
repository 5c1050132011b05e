package org.daybridge.kit.problem;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the database refuses, in the words of the constraint that refused it. */
public final class DatabaseRefusal {
  private static final Set<String> CONSTRAINT = Set.of("23505", "23514", "23P01", "23503", "23502");
  private static final Set<String> AGAIN = Set.of("40001", "40P01", "55P03");

  /** The routine of the server that refuses a row which a row-level policy does not admit. */
  private static final String ROW_POLICY = "ExecWithCheckOptions";

  private static final String AWAY = "temporarily-unavailable";

  private DatabaseRefusal() {}

  /** Whether the database is away or overburdened, so that trying again later makes sense. */
  public static boolean isPassing(Throwable thrown) {
    return AWAY.equals(slugOf(thrown));
  }

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
      String slug = server(e, ServerErrorMessage::getConstraint).replace('_', '-');
      return ProblemCatalog.get().find(slug).isPresent() ? slug : "conflict";
    }
    if (AGAIN.contains(state)) {
      return "changed-meanwhile";
    }
    if (state.startsWith("22")) {
      return "malformed-request";
    }
    if ("42501".equals(state) && ROW_POLICY.equals(server(e, ServerErrorMessage::getRoutine))) {
      return "not-found";
    }
    boolean away = state.isEmpty() || state.startsWith("08") || state.startsWith("53");
    return away || state.startsWith("57") ? AWAY : null;
  }

  private static String server(
      SQLException e, Function<ServerErrorMessage, @Nullable String> part) {
    if (e instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
      return Objects.requireNonNullElse(part.apply(postgres.getServerErrorMessage()), "");
    }
    return "";
  }
}
