package org.daybridge.local.infrastructure;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** The database server: a real PostgreSQL, unpacked from a jar and run as a process of its own. */
final class Postgres implements AutoCloseable {

  static final String SUPERUSER = "postgres";

  private static final Map<String, String> WRITES_NOTHING_THROUGH =
      Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

  /** The starter switches flushing off by itself: it is switched on again by name. */
  private static final Map<String, String> SURVIVES_POWER_LOSS =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  /** Statements and details of errors carry values, and values are people's. */
  private static final Map<String, String> ALWAYS =
      Map.ofEntries(
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_min_messages", "warning"),
          Map.entry("logging_collector", "on"),
          Map.entry("log_destination", "jsonlog"),
          Map.entry("log_directory", "../logs"),
          Map.entry("log_filename", "postgres"),
          Map.entry("log_rotation_age", "0"),
          Map.entry("log_rotation_size", "0"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("idle_in_transaction_session_timeout", "5min"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"));

  private final EmbeddedPostgres server;
  private final Path dataFolder;

  private Postgres(EmbeddedPostgres server, Path dataFolder) {
    this.server = server;
    this.dataFolder = dataFolder;
  }

  static Postgres start(Folder folder, InfrastructureOptions options) throws IOException {
    File log = folder.logs().resolve("postgres-start.log").toFile();
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(folder.port("postgres", options.postgresPort()))
            .setDataDirectory(folder.postgres())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(90))
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setServerConfig("max_connections", options.forServices() ? "200" : "300")
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log))
            .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log));
    ALWAYS.forEach(builder::setServerConfig);
    (options.durable() ? SURVIVES_POWER_LOSS : WRITES_NOTHING_THROUGH)
        .forEach(builder::setServerConfig);
    if (options.forServices() && Files.exists(marker(folder.postgres()))) {
      builder.setConnectConfig("password", Secrets.in(folder.root()).superuser());
    }
    return new Postgres(builder.start(), folder.postgres());
  }

  /** Until here everyone on this machine may connect; afterwards only who knows a password. */
  void demandPasswords(Secrets secrets) throws SQLException, IOException {
    if (Files.exists(marker(dataFolder))) {
      return;
    }
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "alter role " + SUPERUSER + " password " + ServiceDatabases.literal(secrets.superuser()));
      Files.writeString(
          dataFolder.resolve("pg_hba.conf"),
          "host all all all scram-sha-256" + System.lineSeparator());
      statement.execute("select pg_reload_conf()");
    }
    Files.createFile(marker(dataFolder));
  }

  private static Path marker(Path dataFolder) {
    return dataFolder.resolve("daybridge-passwords");
  }

  int port() {
    return server.getPort();
  }

  String adminUrl() {
    return "jdbc:postgresql://localhost:" + port() + "/postgres";
  }

  /** How many clients are connected, this question not counted. */
  int clients() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "select count(*) from pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()")) {
      result.next();
      return result.getInt(1);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      LeftPostmaster.stop(dataFolder);
    } catch (IOException stillThere) {
      System.err.println("PostgreSQL on port " + port() + " did not stop: " + stillThere);
    }
  }
}
