package org.daybridge.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.daybridge.local.StackFolder;

/** Starts the launcher as a process of its own and returns when its stack is ready. */
final class Detached {

  private static final Path OWN_SESSION = Path.of("/usr/bin/setsid");

  private Detached() {}

  static String up(List<String> given, StackFolder folder)
      throws IOException, InterruptedException {
    Path output = folder.log("launcher-terminal");
    Files.createDirectories(output.getParent());
    Process launcher =
        new ProcessBuilder(command(given))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    Optional<RunningStack> ready = RunningStack.of(folder);
    while (ready.isEmpty() && launcher.isAlive()) {
      if (launcher.waitFor(100, TimeUnit.MILLISECONDS)) {
        break;
      }
      ready = RunningStack.of(folder);
    }
    return ready
        .orElseThrow(
            () -> new IOException("The stack did not start. " + output + " says:\n" + said(output)))
        .url();
  }

  private static String said(Path output) {
    try {
      return Files.readString(output).strip();
    } catch (IOException unreadable) {
      return "nothing";
    }
  }

  private static List<String> command(List<String> given) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(OWN_SESSION)) {
      command.add(OWN_SESSION.toString());
    }
    ProcessHandle.Info self = ProcessHandle.current().info();
    command.add(self.command().orElseThrow());
    command.addAll(List.of(self.arguments().orElse(new String[0])));
    command.remove("--detach");
    if (command.contains("--detach")) {
      throw new WrongUsage("--detach once is enough: " + given);
    }
    return command;
  }
}
