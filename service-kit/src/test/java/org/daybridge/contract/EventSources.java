package org.daybridge.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What each event means, from the comment on its record: one wording for code and documents. */
final class EventSources {
  private static final Pattern RECORD =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s+record (\\w+)\\(", Pattern.DOTALL);

  private EventSources() {}

  static Map<String, String> meanings() {
    Map<String, String> meanings = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/daybridge/contract"))) {
      for (Path file : files.filter(one -> one.toString().endsWith("Event.java")).toList()) {
        Matcher record = RECORD.matcher(Files.readString(file));
        while (record.find()) {
          meanings.put(record.group(2), plain(record.group(1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return meanings;
  }

  private static String plain(String comment) {
    return comment
        .replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("\\{@code ([^}]*)}", "$1")
        .replaceAll("\\s+", " ")
        .trim();
  }
}
