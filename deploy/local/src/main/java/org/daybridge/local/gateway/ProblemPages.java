package org.daybridge.local.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybridge.local.ServiceName;

/**
 * A page for every problem that the stack can answer with, made from the lists that the kit and the
 * services themselves answer from.
 */
final class ProblemPages {

  private static final String RESOURCES = "src/main/resources";

  private final Path root;

  ProblemPages(Path root) {
    this.root = root;
  }

  /** One line of a list. */
  record Entry(
      String slug, String status, String title, String source, String advice, String from) {

    static Optional<Entry> parse(String line, String from) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("slug,")) {
        return Optional.empty();
      }
      String[] parts = line.split(",", 5);
      if (parts.length != 5) {
        throw new IllegalStateException("Five parts wanted in problem line '" + line + "'");
      }
      return Optional.of(
          new Entry(
              parts[0].strip(),
              status(parts[1].strip()),
              parts[2].strip(),
              parts[3].strip(),
              parts[4].strip(),
              from));
    }

    private static String status(String kind) {
      return switch (kind) {
        case "STATE" -> "409";
        case "RULE" -> "422";
        default -> kind;
      };
    }
  }

  Map<String, Entry> all() {
    List<Entry> entries = new ArrayList<>();
    entries.addAll(read("service-kit", "kit-problems.csv", "every service"));
    for (ServiceName service : ServiceName.values()) {
      entries.addAll(read(service.module(), "problems.csv", service.word()));
    }
    return entries.stream()
        .collect(Collectors.toMap(Entry::slug, it -> it, (first, _) -> first, TreeMap::new));
  }

  private List<Entry> read(String module, String name, String from) {
    Path file = root.resolve(module).resolve(RESOURCES).resolve(name);
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.flatMap(line -> Entry.parse(line, from).stream()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  String list() {
    String rows =
        all().values().stream()
            .map(
                it ->
                    "<tr><td><a href=\"problems/%1$s\">%1$s</a><td>%2$s<td>%3$s<td>%4$s"
                        .formatted(
                            escape(it.slug()),
                            escape(it.status()),
                            escape(it.title()),
                            escape(it.from())))
            .collect(Collectors.joining("\n"));
    return Html.page(
        "Problems",
        "<h1>Problems</h1>\n<table><tr><th>slug<th>status<th>title<th>from\n" + rows + "</table>");
  }

  Optional<String> page(String slug) {
    return Optional.ofNullable(all().get(slug)).map(ProblemPages::page);
  }

  private static String page(Entry entry) {
    String source =
        entry.source().isEmpty() ? "" : "<p>Source: " + escape(entry.source()) + "</p>\n";
    return Html.page(
        entry.title(),
        """
        <h1>%s</h1>
        <p><code>%s</code>, status %s, answered by %s</p>
        %s<p>What to do: %s</p>
        <p><a href="../problems">All problems</a></p>
        """
            .formatted(
                escape(entry.title()),
                escape(entry.slug()),
                escape(entry.status()),
                escape(entry.from()),
                source,
                escape(entry.advice())));
  }

  private static String escape(String text) {
    return Html.escape(text);
  }
}
