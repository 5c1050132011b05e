package org.daybridge.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;
import org.daybridge.local.infrastructure.ProcessIdentity;
import org.daybridge.local.process.PidFiles;

/** Stops a stack: through its launcher, or piece by piece when the launcher was killed. */
final class Down {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Down() {}

  static void run(List<String> given) {
    Arguments arguments = Arguments.parse(given, Set.of("--data", "--port"), Set.of());
    StackFolder folder = new StackFolder(arguments.folder(StackOptions.repository()));
    PidFiles pidFiles = new PidFiles(folder.running());
    Optional<ProcessIdentity> launcher = pidFiles.running("launcher");
    launcher.ifPresent(it -> it.stop(PATIENCE));
    var left = pidFiles.stopAll();
    if (launcher.isEmpty() && left.isEmpty()) {
      System.out.println("Nothing runs on " + folder.root() + ".");
    } else {
      left.keySet()
          .forEach(name -> System.out.println("Stopped " + name + ", which was left over."));
      System.out.println("Stopped. The data stays in " + folder.root() + ".");
    }
  }
}
