package org.daybridge.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.daybridge.bench.report.Machine;
import org.daybridge.bench.report.Report;
import org.daybridge.bench.report.Results;
import org.daybridge.local.StackOptions;

/** {@code ./daybridge bench [NUMBER …]}: measures all, or those that are named. */
public final class Bench {

  private static final List<Benchmark> ALL =
      List.of(
          new References(),
          new ReadById(),
          new ListOfTwenty(),
          new DurableWrite(),
          new EventEndToEnd(),
          new MemoryAndStart(),
          new WeekPlanning(),
          new ClinicalRecord(),
          new SafetyChecks());

  private Bench() {}

  /** Exits 2 for a number that no benchmark has. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Set<String> wanted = Set.copyOf(Arrays.asList(arguments));
    List<String> known = ALL.stream().map(Benchmark::number).toList();
    if (!known.containsAll(wanted)) {
      System.err.println("usage: ./daybridge bench [NUMBER …] with numbers of " + known);
      System.exit(2);
    }
    Path repository = StackOptions.repository();
    Results results = new Results(repository.resolve("deploy/bench/RESULTS.md"));
    Machine machine = Machine.here(repository);
    System.out.println(machine.line());
    try (Lab lab = Lab.open(repository)) {
      for (Benchmark benchmark : ALL) {
        if (wanted.isEmpty() || wanted.contains(benchmark.number())) {
          Report report = new Report(benchmark.number() + " " + benchmark.title());
          System.out.printf("%n── %s%n", report.title());
          benchmark.measure(lab, report);
          System.out.print(report.table());
          results.replace(benchmark.number(), report.section(machine));
        }
      }
    }
    System.exit(0);
  }
}
