package org.daybridge.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of rules, where they are used and where they are listed. */
final class Slugs {

  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:\\brefused(?:State)?|RuleRefused\\s*\\.\\s*(?:rule|state))\\s*\\(\\s*\"([a-z0-9-]+)\"");

  private Slugs() {}

  /** The slugs with which this text refuses. */
  static Set<String> refusedIn(String java) {
    return REFUSAL
        .matcher(java)
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Set<String> refusedBy(Path module) {
    Set<String> slugs = new TreeSet<>();
    try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
      files
          .filter(it -> it.toString().endsWith(".java"))
          .forEach(it -> slugs.addAll(refusedIn(Pages.read(it))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return slugs;
  }

  /** The slugs of a catalog: the first of the five parts of each line. */
  static Set<String> listedIn(Path catalog) {
    return Pages.read(catalog)
        .lines()
        .filter(it -> !it.isBlank() && !it.startsWith("#") && !it.startsWith("slug,"))
        .map(it -> it.split(",", 5))
        .map(it -> it[0].trim())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
