package org.daybridge.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page of results: each benchmark replaces its own section and leaves the others. */
public final class Results {

  private static final String INTRODUCTION =
      """
      # What was measured

      Made by `./daybridge bench`, each number beside a reference of the same run; the goals are those that
      the project set itself before. Load generator, services, database and broker share the machine.
      """;

  private final Path page;

  /** The results in this file. */
  public Results(Path page) {
    this.page = page;
  }

  /** Puts a section in place of the one with this number, or at the end. */
  public void replace(String number, String section) throws IOException {
    String text = Files.exists(page) ? Files.readString(page) : INTRODUCTION;
    String begin = "<!-- " + number + " -->";
    String end = "<!-- /" + number + " -->";
    String marked = begin + "\n" + section.strip() + "\n" + end;
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    String next =
        from >= 0 && to > from
            ? text.substring(0, from) + marked + text.substring(to + end.length())
            : text.stripTrailing() + "\n\n" + marked + "\n";
    Files.writeString(page, next);
  }
}
