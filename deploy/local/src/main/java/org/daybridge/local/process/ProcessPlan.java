package org.daybridge.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one process is started: its name, command, environment and log.
 *
 * @param patience how long it may take to end when it is asked to
 */
record ProcessPlan(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path log,
    Duration patience) {

  private static final Duration TO_STOP = Duration.ofSeconds(25);
  private static final Duration TO_WRITE_A_CACHE = Duration.ofMinutes(10);

  private static final long LONGEST_LOG = 20L * 1024 * 1024;
  private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

  ProcessPlan {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** A program that ends in seconds, or after a training run in minutes. */
  static Duration patience(boolean training) {
    return training ? TO_WRITE_A_CACHE : TO_STOP;
  }

  /**
   * Starts it, in a session of its own where that is possible: Ctrl-C is for the launcher, which
   * then stops the others in their order.
   */
  Process start() throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> full = new ArrayList<>();
    if (Files.isExecutable(OWN_SESSION)) {
      full.add(OWN_SESSION.toString());
    }
    full.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(full);
    builder.environment().putAll(environment);
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  @Override
  public String toString() {
    return "ProcessPlan[" + name + "]";
  }
}
