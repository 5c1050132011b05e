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
    postmaster(note).ifPresent(it -> ProcessIdentity.stop(it, Duration.ofSeconds(20)));
    Files.deleteIfExists(note);
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
