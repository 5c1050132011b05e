package org.daybridge.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.daybridge.bench.load.Call;
import org.daybridge.bench.load.HttpLoad;
import org.daybridge.bench.load.Measured;
import org.daybridge.local.LocalStack;
import org.daybridge.local.ServiceName;
import org.daybridge.local.StackOptions;
import org.daybridge.local.infrastructure.ReadyFile;
import org.daybridge.local.infrastructure.Secrets;
import org.daybridge.local.infrastructure.ServiceDatabases;
import org.daybridge.local.issuer.AccessTokens;
import org.daybridge.local.issuer.Persona;

/**
 * A stack of its own with the sample clinic, every commit flushed to disk, on real time; beside it
 * the bare reference service on the same database server.
 */
public final class Lab implements AutoCloseable {

  /** How many requests are under way at full speed. */
  static final int CALLERS = 32;

  static final Duration LONGEST_WARMING = Duration.ofSeconds(60);
  private static final Duration FULL_SPEED = Duration.ofSeconds(10);
  private static final Duration STEADY = Duration.ofSeconds(10);

  private final LocalStack stack;
  private final ReferenceService reference;
  private final HttpClient http = HttpClient.newHttpClient();

  private Lab(LocalStack stack, ReferenceService reference) {
    this.stack = stack;
    this.reference = reference;
  }

  static Lab open(Path repository) throws IOException, InterruptedException {
    LocalStack stack =
        LocalStack.start(StackOptions.forTests(repository).flushed().onRealTime(), System.out);
    try {
      return new Lab(stack, ReferenceService.start(repository, stack));
    } catch (IOException | RuntimeException failed) {
      stack.close();
      throw failed;
    }
  }

  /** The stack that is measured. */
  public LocalStack stack() {
    return stack;
  }

  ReferenceService reference() {
    return reference;
  }

  /** A token of one of the sample's people. */
  public String token(String subject, String role) {
    return stack.token(AccessTokens.Wanted.of(subject, List.of(role)));
  }

  /** The sample's patients who can sign in. */
  public List<Persona> patients() {
    return stack.personas().all().stream()
        .filter(persona -> persona.kind() == Persona.Kind.PATIENT)
        .toList();
  }

  /** The status and body of one request to the gateway. */
  public Answer ask(String path, String token) throws IOException, InterruptedException {
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(stack.url() + path))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body());
  }

  /** What came back. */
  public record Answer(int status, String body) {

    /** The body, which is an object. */
    public JsonObject json() {
      return new JsonObject(body);
    }
  }

  /** A superuser's connection to a service's database: it sees what no role of the service sees. */
  public Connection database(ServiceName service) throws SQLException, IOException {
    return connect(stack, service.database());
  }

  static Connection connect(LocalStack stack, String database) throws SQLException, IOException {
    return DriverManager.getConnection(url(stack, database), "postgres", superuserPassword(stack));
  }

  static String url(LocalStack stack, String database) {
    ReadyFile ready = ReadyFile.ofRunning(stack.folder().infrastructureReady()).orElseThrow();
    return ServiceDatabases.urlOf(
        "jdbc:postgresql://localhost:" + ready.postgresPort() + "/postgres", database);
  }

  static String superuserPassword(LocalStack stack) throws IOException {
    return Secrets.in(stack.folder().infrastructure()).superuser();
  }

  /** Warm first, then full speed, then half of that at a steady rate. */
  public Pace pace(URI target, Supplier<Call> calls) throws InterruptedException {
    try (HttpLoad load = new HttpLoad(target, CALLERS)) {
      load.warm(CALLERS, LONGEST_WARMING, calls);
      Measured full = load.atFullSpeed(CALLERS, Duration.ZERO, FULL_SPEED, calls);
      Measured steady = load.atRate(full.perSecond() / 2, STEADY, calls);
      return new Pace(full, steady);
    }
  }

  /** The same load at full speed and at half of it. */
  public record Pace(Measured full, Measured steady) {}

  @Override
  public void close() {
    reference.close();
    stack.close();
  }
}
