package org.daybridge.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A broker of a test's own, which it may kill and bring back with the same data on the same port.
 * Used beside {@link TestPlatform}, which still gives the database.
 */
public class OwnBroker implements QuarkusTestResourceLifecycleManager {
  private static final Duration START = Duration.ofSeconds(120);
  private static final String FOLDER = "daybridge.test.own-broker.folder";
  private static final String PID = "daybridge.test.own-broker.pid";
  private static final String PORT = "daybridge.test.own-broker.port";

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    try {
      System.setProperty(FOLDER, Files.createTempDirectory("daybridge-broker").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    comeBack();
    return Map.of("DAYBRIDGE_KAFKA", bootstrap(), "daybridge.events.topic-prefix", "daybridge.");
  }

  /** Ends the broker and the database beside it in good order: nothing of them stays behind. */
  @Override
  public void stop() {
    running().ifPresent(process -> end(process, process.destroy()));
  }

  public static String bootstrap() {
    return "localhost:" + System.getProperty(PORT);
  }

  /** Ends the broker as a loss of power would. */
  public static void kill() {
    running().ifPresent(process -> end(process, process.destroyForcibly()));
  }

  private static Optional<ProcessHandle> running() {
    return ProcessHandle.of(Long.parseLong(System.getProperty(PID)));
  }

  private static void end(ProcessHandle process, boolean asked) {
    if (asked) {
      process.onExit().join();
    }
  }

  /** Starts the broker, again with the data and the port that it had. */
  public static void comeBack() {
    Path folder = Path.of(System.getProperty(FOLDER));
    Path ready = folder.resolve("ready.properties");
    Path local = TestInfrastructure.root().resolve("deploy/local/target");
    try {
      Files.deleteIfExists(ready);
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-cp",
                  local.resolve("daybridge-local.jar")
                      + File.pathSeparator
                      + local.resolve("lib")
                      + File.separator
                      + "*",
                  "org.daybridge.local.infrastructure.Infrastructure",
                  "--data",
                  folder.resolve("data").toString(),
                  "--volatile",
                  "--exit-with",
                  String.valueOf(ProcessHandle.current().pid()),
                  "--ready-file",
                  ready.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("broker.log").toFile())
              .start();
      System.setProperty(PID, String.valueOf(process.pid()));
      System.setProperty(PORT, await(ready, folder).getProperty("kafka.port"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties await(Path ready, Path folder) throws IOException {
    Instant end = Instant.now().plus(START);
    while (Instant.now().isBefore(end)) {
      Properties read = new Properties();
      if (Files.exists(ready)) {
        try (InputStream in = Files.newInputStream(ready)) {
          read.load(in);
        }
      }
      if (read.containsKey("kafka.port")) {
        return read;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException(
        "The broker did not start; see " + folder.resolve("broker.log"));
  }
}
