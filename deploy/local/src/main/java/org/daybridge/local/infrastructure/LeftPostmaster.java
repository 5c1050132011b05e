package org.daybridge.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A database server that outlived the JVM that had started it. It is asked to shut down before its
 * folder is used again, and the note that it leaves when it was killed too is removed.
 */
final class LeftPostmaster {

  private LeftPostmaster() {}

  static void stop(Path dataFolder) throws IOException {
    Path note = dataFolder.resolve("postmaster.pid");
    if (!Files.exists(note)) {
      return;
    }
    Optional<ProcessHandle> left = postmaster(note);
    if (left.isPresent()) {
      shutDownFast(left.get());
    }
    Files.deleteIfExists(note);
  }

  /**
   * The interrupt is PostgreSQL's order to roll back and stop; the usual signal would wait until
   * the last client has left.
   */
  private static void shutDownFast(ProcessHandle postmaster) throws IOException {
    Process signal =
        new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", Long.toString(postmaster.pid()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    signal.onExit().join();
    if (!ProcessIdentity.ended(postmaster, Duration.ofSeconds(20))) {
      ProcessIdentity.stop(postmaster, Duration.ofSeconds(5));
    }
  }

  private static Optional<ProcessHandle> postmaster(Path note) throws IOException {
    List<String> lines = Files.readAllLines(note);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .filter(it -> it.info().command().orElse("").endsWith("postgres"));
  }
}
