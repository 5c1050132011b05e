package org.daybridge.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.daybridge.local.LocalStack;

/** The bare Quarkus service, started as the five are: same JDK, same heap, same database server. */
final class ReferenceService implements AutoCloseable {

  static final String DATABASE = "bench_reference";
  private static final int OWNERS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final URI url;
  private final Duration start;

  private ReferenceService(Process process, URI url, Duration start) {
    this.process = process;
    this.url = url;
    this.start = start;
  }

  static ReferenceService start(Path repository, LocalStack stack)
      throws IOException, InterruptedException {
    createDatabase(stack);
    int port = freePort();
    Path program = repository.resolve("deploy/bench/reference/target/quarkus-app/quarkus-run.jar");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms48m",
                "-Xmx160m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-jar",
                program.toString()));
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("REFERENCE_DB_URL", Lab.url(stack, DATABASE));
    builder.environment().put("REFERENCE_DB_USER", "postgres");
    builder.environment().put("REFERENCE_DB_PASSWORD", Lab.superuserPassword(stack));
    long begin = System.nanoTime();
    Process process =
        builder
            .redirectErrorStream(true)
            .redirectOutput(stack.folder().log("bench-reference").toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-reference"));
    URI url = URI.create("http://127.0.0.1:" + port);
    awaitReady(process, url, begin);
    return new ReferenceService(process, url, Duration.ofNanos(System.nanoTime() - begin));
  }

  URI url() {
    return url;
  }

  /** How long it took to its first good answer, without a cache. */
  Duration startTime() {
    return start;
  }

  long pid() {
    return process.pid();
  }

  /** One of the rows' owners; each has twenty. */
  static UUID owner(int number) {
    return new UUID(0x5eed, Math.floorMod(number, OWNERS));
  }

  /** One of the rows. */
  static UUID row(int number) {
    return new UUID(0x80b0, Math.floorMod(number, OWNERS * 20));
  }

  private static void createDatabase(LocalStack stack) throws IOException {
    try (Connection server = Lab.connect(stack, "postgres");
        Statement statement = server.createStatement()) {
      statement.execute("create database " + DATABASE);
    } catch (SQLException refused) {
      throw new IOException("The reference has no database.", refused);
    }
    try (Connection database = Lab.connect(stack, DATABASE);
        Statement statement = database.createStatement()) {
      statement.execute(
          "create table row (id uuid primary key, owner uuid not null, content text)");
      statement.execute("create index row_by_owner on row (owner, id)");
      statement.execute(
          "create table event (id bigint generated always as identity primary key, about uuid not"
              + " null, content text)");
      fill(database);
      statement.execute("analyze");
    } catch (SQLException refused) {
      throw new IOException("The reference has no rows.", refused);
    }
  }

  private static void fill(Connection database) throws SQLException {
    try (PreparedStatement rows =
        database.prepareStatement("insert into row values (?, ?, repeat('x', 400))")) {
      for (int number = 0; number < OWNERS * 20; number++) {
        rows.setObject(1, row(number));
        rows.setObject(2, owner(number));
        rows.addBatch();
      }
      rows.executeBatch();
    }
  }

  private static void awaitReady(Process process, URI url, long begin)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest read = HttpRequest.newBuilder(url.resolve("/rows/" + row(1))).build();
    while (true) {
      try {
        if (http.send(read, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          throw new IOException("The reference service ended at its start.", notYet);
        }
      }
      if (System.nanoTime() - begin > PATIENCE.toNanos()) {
        process.destroyForcibly();
        throw new IOException("The reference service does not answer.");
      }
      Thread.sleep(20);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
