package org.daybridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.daybridge.local.infrastructure.ProcessIdentity;
import org.daybridge.local.infrastructure.ReadyFile;
import org.daybridge.local.process.PidFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killing any one process of a stack needs no manual repair. */
class LocalStackTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ByteArrayOutputStream TERMINAL = new ByteArrayOutputStream();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path repository;
  @TempDir private static Path data;
  private static Process leftover;
  private static LocalStack stack;

  @BeforeAll
  static void startOnAFolderWithALeftover() throws Exception {
    StandIn.packageInto(repository);
    leftover = new ProcessBuilder("sleep", "600").start();
    new PidFiles(new StackFolder(data).running()).write("medication", leftover.toHandle());
    stack =
        LocalStack.start(
            StackOptions.forTests(repository).empty().in(data),
            new PrintStream(TERMINAL, true, StandardCharsets.UTF_8));
  }

  @AfterAll
  static void stop() {
    Map<String, ProcessIdentity> running = new PidFiles(stack.folder().running()).allRunning();

    stack.close();

    assertThat(running).containsKeys("infrastructure", "intake", "clinical-records");
    running.remove("launcher");
    assertThat(running.values()).noneMatch(ProcessIdentity::isRunning);
    assertThat(new PidFiles(stack.folder().running()).allRunning()).isEmpty();
  }

  @Test
  void stopsWhatAKilledLauncherLeft() {
    assertThat(leftover.isAlive()).isFalse();
    assertThat(told()).contains("Stopped medication (process " + leftover.pid() + ")");
  }

  @Test
  void reachesEveryServiceThroughTheGateway() throws Exception {
    for (ServiceName service : ServiceName.values()) {
      HttpResponse<String> answer = get("/api/" + service.word() + "/v1/things");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).startsWith("/api/" + service.word() + "/v1/things ");
    }
  }

  @Test
  void startsAKilledServiceAgainAndSaysSo() throws Exception {
    String before = get("/api/outcomes/v1/measures").body();

    stack.kill(ServiceName.OUTCOMES);

    await().atMost(PATIENCE).until(() -> told().contains("outcomes is ready again."));
    HttpResponse<String> after = get("/api/outcomes/v1/measures");
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.body()).isNotEqualTo(before);
    assertThat(told()).contains("outcomes ended (exit 137) and is started again.");
  }

  @Test
  void startsAKilledInfrastructureAgainOnTheSamePorts() {
    ReadyFile before = ReadyFile.ofRunning(stack.folder().infrastructureReady()).orElseThrow();

    stack.killInfrastructure();

    await()
        .atMost(PATIENCE)
        .until(
            () ->
                ReadyFile.ofRunning(stack.folder().infrastructureReady())
                    .filter(it -> it.pid() != before.pid())
                    .filter(it -> it.postgresPort() == before.postgresPort())
                    .filter(it -> it.kafkaPort() == before.kafkaPort())
                    .isPresent());
  }

  @Test
  void movesOneClockForAllAndForThoseThatComeBack() throws Exception {
    Instant thursday = Instant.parse("2031-05-01T12:00:00Z");

    stack.moveClockTo(thursday);

    for (ServiceName service : ServiceName.values()) {
      assertThat(clockOf(service)).contains("2031-05-01T12:0");
    }
    stack.kill(ServiceName.SCHEDULING);
    await().atMost(PATIENCE).until(() -> told().contains("scheduling is ready again."));
    assertThat(clockOf(ServiceName.SCHEDULING)).contains("2031-05-01T12:0");
    assertThat(stack.now()).isBetween(thursday, thursday.plusSeconds(600));
  }

  @Test
  void refusesASecondLauncherOnTheSameFolder() {
    assertThatThrownBy(
            () ->
                LocalStack.start(
                    StackOptions.forTests(repository).empty().in(data),
                    new PrintStream(TERMINAL, true, StandardCharsets.UTF_8)))
        .hasMessageContaining("already runs");
  }

  private static String told() {
    return TERMINAL.toString(StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(stack.url() + path)).build(), BodyHandlers.ofString());
  }

  private static String clockOf(ServiceName service) throws Exception {
    return HTTP.send(
            HttpRequest.newBuilder(stack.management(service).resolve("/q/clock")).build(),
            BodyHandlers.ofString())
        .body();
  }
}
