package org.daybridge.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Where and on what a measurement was made: numbers of two machines are not compared. */
public record Machine(String commit, LocalDate day, String processor, int cores, String memory) {

  /** This machine and this checkout. */
  public static Machine here(Path repository) throws IOException, InterruptedException {
    return new Machine(
        said(repository, "git", "describe", "--always", "--dirty"),
        LocalDate.now(Clock.systemUTC().withZone(ZoneOffset.UTC)),
        lineOf(Path.of("/proc/cpuinfo"), "model name"),
        Runtime.getRuntime().availableProcessors(),
        lineOf(Path.of("/proc/meminfo"), "MemTotal"));
  }

  /** All of it in a line. */
  public String line() {
    return "%s · commit %s · %s, %d cores, %s · JDK %s"
        .formatted(day, commit, processor, cores, memory, Runtime.version());
  }

  private static String lineOf(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      return "unknown";
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown");
  }

  private static String said(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? said.strip() : "unknown";
  }
}
