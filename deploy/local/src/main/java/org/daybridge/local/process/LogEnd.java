package org.daybridge.local.process;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The end of a process's log, short enough to read at a terminal: of a JSON line what it says. */
final class LogEnd {

  private static final int LINES = 8;
  private static final int LONGEST = 300;

  private LogEnd() {}

  static String of(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      List<String> all = lines.toList();
      return all.subList(Math.max(0, all.size() - LINES), all.size()).stream()
          .map(LogEnd::readable)
          .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line)
          .collect(Collectors.joining("\n"));
    } catch (IOException | UncheckedIOException unreadable) {
      return "";
    }
  }

  static String readable(String line) {
    if (!line.startsWith("{")) {
      return line;
    }
    try {
      JsonObject json = new JsonObject(line);
      String said = json.getString("level", "") + " " + json.getString("message", "");
      String cause = innermost(json.getJsonObject("exception"));
      return cause.isEmpty() ? said : said + ": " + cause;
    } catch (DecodeException | ClassCastException notALogLine) {
      return line;
    }
  }

  /** The cause that all began with; the ones around it repeat it. */
  private static String innermost(@Nullable JsonObject exception) {
    JsonObject current = exception;
    String message = "";
    while (current != null) {
      message = current.getString("exceptionType", "") + " " + current.getString("message", "");
      JsonObject causedBy = current.getJsonObject("causedBy");
      current = causedBy == null ? null : causedBy.getJsonObject("exception");
    }
    return message;
  }
}
