package org.daybridge.kit.test;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * The PostgreSQL and Kafka that all tests of this machine share, in a JVM of their own: named by
 * {@code DAYBRIDGE_TEST_INFRA}, found running, or started here. It ends by itself when nobody uses
 * it.
 */
final class TestInfrastructure {
  private static final Duration START = Duration.ofSeconds(90);

  private final int postgresPort;
  private final int kafkaPort;

  private TestInfrastructure(Properties ready) {
    this.postgresPort = Integer.parseInt(ready.getProperty("postgres.port"));
    this.kafkaPort = Integer.parseInt(ready.getProperty("kafka.port"));
  }

  int postgresPort() {
    return postgresPort;
  }

  int kafkaPort() {
    return kafkaPort;
  }

  static TestInfrastructure find() {
    String named = System.getenv("DAYBRIDGE_TEST_INFRA");
    Path file =
        named != null
            ? Path.of(named)
            : Path.of(
                System.getProperty("java.io.tmpdir"),
                "daybridge-test-" + System.getProperty("user.name") + ".properties");
    Optional<TestInfrastructure> running = running(file);
    return running.orElseGet(() -> start(file));
  }

  private static Optional<TestInfrastructure> running(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties ready = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      ready.load(in);
    } catch (IOException e) {
      return Optional.empty();
    }
    boolean alive =
        ProcessHandle.of(Long.parseLong(ready.getProperty("pid", "0")))
            .map(ProcessHandle::isAlive)
            .orElse(false);
    return alive ? Optional.of(new TestInfrastructure(ready)) : Optional.empty();
  }

  private static TestInfrastructure start(Path file) {
    Path lock = file.resolveSibling(file.getFileName() + ".start");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (!held.isValid()) {
        throw new IllegalStateException("The lock " + lock + " was lost");
      }
      Optional<TestInfrastructure> other = running(file);
      if (other.isPresent()) {
        return other.get();
      }
      launch(file);
      return await(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void launch(Path file) throws IOException {
    Path target = root().resolve("deploy/local/target");
    Path jar = target.resolve("daybridge-local.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(
          "There is no " + jar + "\nMaybe build it first: mvn -Dquick -pl deploy/local package");
    }
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx384m",
            "-cp",
            jar + File.pathSeparator + target.resolve("lib") + File.separator + "*",
            "org.daybridge.local.infrastructure.Infrastructure",
            "--tests",
            "--ready-file",
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(file.resolveSibling(file.getFileName() + ".log").toFile())
        .start();
  }

  private static TestInfrastructure await(Path file) {
    Instant end = Instant.now().plus(START);
    while (Instant.now().isBefore(end)) {
      Optional<TestInfrastructure> running = running(file);
      if (running.isPresent()) {
        return running.get();
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("PostgreSQL and Kafka did not start; see " + file + ".log");
  }

  /** The repository's root, from wherever the tests run. */
  static Path root() {
    String told = System.getProperty("daybridge.root");
    Path here = Path.of(told == null || told.isBlank() ? "." : told).toAbsolutePath().normalize();
    while (here != null && !Files.exists(here.resolve("daybridge"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("The repository's root is not above the working folder");
    }
    return here;
  }
}
