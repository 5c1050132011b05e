package org.daybridge.kit.problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every problem that this service can answer with, from {@code kit-problems.csv} and the service's
 * own {@code problems.csv}: slug, status, title, source and what the caller can do.
 */
public final class ProblemCatalog {
  private static final ProblemCatalog LOADED = load();

  private final Map<String, Entry> entries;

  private ProblemCatalog(Map<String, Entry> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /**
   * One problem; {@code source} is the law, manual or paper of a rule, empty for the technical
   * ones.
   */
  public record Entry(String slug, int status, String title, String source, String advice) {}

  public static ProblemCatalog get() {
    return LOADED;
  }

  public Optional<Entry> find(String slug) {
    return Optional.ofNullable(entries.get(slug));
  }

  public Map<String, Entry> all() {
    return entries;
  }

  private static ProblemCatalog load() {
    Map<String, Entry> found = new TreeMap<>();
    try {
      for (String file : List.of("kit-problems.csv", "problems.csv")) {
        Enumeration<URL> urls = ProblemCatalog.class.getClassLoader().getResources(file);
        while (urls.hasMoreElements()) {
          read(urls.nextElement(), found);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ProblemCatalog(found);
  }

  private static void read(URL file, Map<String, Entry> found) throws IOException {
    try (InputStream in = file.openStream()) {
      List<String> lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
      for (String line : lines) {
        if (line.isBlank() || line.startsWith("#") || line.startsWith("slug,")) {
          continue;
        }
        String[] parts = line.split(",", 5);
        if (parts.length != 5) {
          throw new IllegalStateException("Five parts wanted in problem line '" + line + "'");
        }
        found.put(
            parts[0].trim(),
            new Entry(
                parts[0].trim(),
                status(parts[1].trim()),
                parts[2].trim(),
                parts[3].trim(),
                parts[4].trim()));
      }
    }
  }

  private static int status(String kind) {
    return switch (kind) {
      case "STATE" -> 409;
      case "RULE" -> 422;
      default -> Integer.parseInt(kind);
    };
  }
}
