package org.daybridge.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.daybridge.local.StackFolder;
import org.daybridge.local.infrastructure.ProcessIdentity;
import org.daybridge.local.process.PidFiles;

/** A stack that is ready, as its folder says; its servers may run elsewhere. */
record RunningStack(String url, boolean external, ProcessIdentity launcher) {

  static Optional<RunningStack> of(StackFolder folder) {
    Path file = folder.stackReady();
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties ready = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      ready.load(reader);
    } catch (IOException vanished) {
      return Optional.empty();
    }
    return new PidFiles(folder.running())
        .running("launcher")
        .map(
            launcher ->
                new RunningStack(
                    ready.getProperty("url"),
                    Boolean.parseBoolean(ready.getProperty("external")),
                    launcher));
  }

  /** The stack's URL, or the one that it has when it is started without options. */
  static String urlOf(StackFolder folder) {
    return of(folder).map(RunningStack::url).orElse("http://localhost:8080");
  }
}
