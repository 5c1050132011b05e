package org.daybridge.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages that people read. */
final class Pages {

  static final Path ROOT = Path.of(System.getProperty("daybridge.root", "../..")).toAbsolutePath();

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)]*)?\\)");

  private Pages() {}

  static List<Path> decisions() {
    return filesOf(ROOT.resolve("deploy/decisions")).toList();
  }

  /** The pages of the root, of each module, and the decisions. */
  static List<Path> all() {
    List<Path> pages = new ArrayList<>(decisions());
    pages.add(ROOT.resolve("README.md"));
    filesOf(ROOT)
        .map(it -> it.resolve("README.md"))
        .filter(Files::isRegularFile)
        .forEach(pages::add);
    return pages;
  }

  static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a page links to and is not there. */
  static List<String> lost(Path folder, String text) {
    List<String> lost = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      String target = link.group(1);
      if (!target.contains("://") && !Files.exists(folder.resolve(target))) {
        lost.add(target);
      }
    }
    return lost;
  }

  private static Stream<Path> filesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
