package org.daybridge.local.process;

import java.util.Map;
import java.util.Optional;

/**
 * A database server and a broker that run elsewhere and are used instead of the stack's own.
 *
 * @param postgresUrl JDBC address of any database of the server
 * @param user a role that may create roles and databases
 */
public record ExternalServers(String postgresUrl, String user, String password, String kafka) {

  private static final String POSTGRES = "DAYBRIDGE_POSTGRES_URL";
  private static final String KAFKA = "DAYBRIDGE_KAFKA_BOOTSTRAP";

  /** Reads them from the environment; one without the other is a mistake. */
  public static Optional<ExternalServers> from(Map<String, String> environment) {
    String postgres = environment.getOrDefault(POSTGRES, "");
    String kafka = environment.getOrDefault(KAFKA, "");
    if (postgres.isEmpty() && kafka.isEmpty()) {
      return Optional.empty();
    }
    if (postgres.isEmpty() || kafka.isEmpty()) {
      throw new IllegalArgumentException(
          POSTGRES + " and " + KAFKA + " belong together. Maybe set the other one too.");
    }
    return Optional.of(
        new ExternalServers(
            postgres,
            environment.getOrDefault("DAYBRIDGE_POSTGRES_USER", "postgres"),
            environment.getOrDefault("DAYBRIDGE_POSTGRES_PASSWORD", ""),
            kafka));
  }

  @Override
  public String toString() {
    return "ExternalServers[" + kafka + "]";
  }
}
