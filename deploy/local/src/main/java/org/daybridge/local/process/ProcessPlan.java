package org.daybridge.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How one process is started: its name, command, environment and log. */
record ProcessPlan(String name, List<String> command, Map<String, String> environment, Path log) {

  private static final long LONGEST_LOG = 20L * 1024 * 1024;
  private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

  ProcessPlan {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
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
