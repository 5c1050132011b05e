package org.daybridge.local;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** What the launcher tells: to the person at the terminal, and as JSON lines to the stack's log. */
public final class Console {

  private final PrintStream terminal;
  private final Path log;

  /** Tells this terminal, and keeps what was told in this file. */
  public Console(PrintStream terminal, Path log) {
    this.terminal = terminal;
    this.log = log;
  }

  /** One sentence. */
  public synchronized void say(String sentence) {
    terminal.println(sentence);
    terminal.flush();
    JsonObject line =
        new JsonObject()
            .put("timestamp", Clock.systemUTC().instant().toString())
            .put("level", "INFO")
            .put("message", sentence);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      Files.writeString(
          log,
          line.encode() + System.lineSeparator(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
