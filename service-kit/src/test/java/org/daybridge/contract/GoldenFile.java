package org.daybridge.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A committed file that is made from the code. The test compares; {@code -Ddaybridge.golden=write}
 * writes it anew, so that a change of the wire shows in the commit.
 */
final class GoldenFile {
  static final Path CONTRACT = Path.of("src/main/resources/contract");

  private GoldenFile() {}

  static void check(Path file, String content) {
    try {
      if ("write".equals(System.getProperty("daybridge.golden"))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
      }
      assertThat(file)
          .as("%s: write it with -Ddaybridge.golden=write when the change is meant", file)
          .exists()
          .hasContent(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
