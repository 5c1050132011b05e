package org.daybridge.kit.trial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;

/** Words that the kit's tests share. */
public final class Trial {
  private Trial() {}

  public static Caller staff(UUID id) {
    return caller(Caller.Kind.STAFF, id, "TREAT", TestGrants.ORGANIZATION);
  }

  public static Caller service() {
    return Caller.service("trial", TestGrants.ORGANIZATION, Ids.next());
  }

  public static Caller caller(Caller.Kind kind, UUID id, String purpose, UUID organization) {
    return new Caller(
        id, kind, Set.of("therapist"), organization, purpose, Ids.next(), "trial", false);
  }

  /** Works as the caller, in a transaction of its own. */
  public static <T> T as(Caller caller, Callable<T> work) {
    return Callers.doing(caller, () -> QuarkusTransaction.requiringNew().call(work));
  }

  public static void doing(Caller caller, Runnable work) {
    as(
        caller,
        () -> {
          work.run();
          return true;
        });
  }

  /** One number, past every policy. */
  public static long number(String sql, Object... values) {
    try (Connection connection = TestPlatform.superuser();
        PreparedStatement ask = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        ask.setObject(i + 1, values[i]);
      }
      try (ResultSet answer = ask.executeQuery()) {
        return answer.next() ? answer.getLong(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A change, past every policy. */
  public static int change(String sql, Object... values) {
    try (Connection connection = TestPlatform.superuser();
        PreparedStatement change = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        change.setObject(i + 1, values[i]);
      }
      return change.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
  }
}
