package org.daybridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.daybridge.bench.report.Report;
import org.daybridge.local.ServiceName;
import org.daybridge.local.StackOptions;
import org.daybridge.local.process.StackProcesses;

/** What each service occupies after the load before, and how soon it answers after a kill -9. */
final class MemoryAndStart implements Benchmark {

  @Override
  public String number() {
    return "05";
  }

  @Override
  public String title() {
    return "Memory and start of each service";
  }

  @Override
  public void measure(Lab lab, Report report) throws IOException, InterruptedException {
    boolean cached = StackProcesses.cachesExist(StackOptions.repository());
    double sum = 0;
    for (ServiceName service : ServiceName.values()) {
      double memory = residentMegabytes(pid(note(lab, service)));
      sum += memory;
      report.atMost(service.word() + ": resident after the load", memory, "MB", 300);
    }
    report.fact("the five together", sum, "MB");
    report.fact("reference: the bare service", residentMegabytes(lab.reference().pid()), "MB");
    for (ServiceName service : ServiceName.values()) {
      long begin = System.nanoTime();
      long before = pid(note(lab, service));
      lab.stack().kill(service);
      while (!isAnother(note(lab, service), before)) {
        Thread.sleep(5);
      }
      lab.stack().awaitReady(service);
      double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
      report.atMost(service.word() + ": killed to ready again", seconds, "s", cached ? 1.5 : 4);
    }
    report.fact(
        "reference: the bare service's start, no cache",
        lab.reference().startTime().toMillis() / 1000.0,
        "s");
    report.remark(
        cached ? "With the caches of a training run." : "Without caches of a training run.");
  }

  private static Path note(Lab lab, ServiceName service) {
    return lab.stack().folder().running().resolve(service.word() + ".pid");
  }

  /** Between two processes of a service there is no note. */
  private static boolean isAnother(Path note, long before) throws IOException {
    try {
      return pid(note) != before;
    } catch (NoSuchFileException between) {
      return false;
    }
  }

  private static long pid(Path note) throws IOException {
    Properties values = new Properties();
    try (var reader = Files.newBufferedReader(note)) {
      values.load(reader);
    }
    return Long.parseLong(values.getProperty("pid"));
  }

  private static double residentMegabytes(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }
}
