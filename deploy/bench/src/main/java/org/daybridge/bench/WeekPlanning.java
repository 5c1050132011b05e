package org.daybridge.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybridge.bench.report.Report;
import org.daybridge.local.StackOptions;

/**
 * The week laid out by the command that a coordinator calls, for clinics invented around a plan
 * that is known; beside it the plan it begins with, and the known one.
 */
final class WeekPlanning implements Benchmark {
  private static final Pattern SCORE =
      Pattern.compile("hard (\\d+), medium (\\d+), soft (\\d+) \\(");

  private record Size(String name, int patients, int staff, int seconds, int care, double ratio) {}

  private record Score(long hard, long medium, long soft) {}

  @Override
  public String number() {
    return "50";
  }

  @Override
  public String title() {
    return "Laying out a week, ten invented clinics a size and a network of twelve sites";
  }

  @Override
  public void measure(Lab lab, Report report) throws IOException, InterruptedException {
    for (Size size :
        List.of(
            new Size("small (20 patients, 5 clinicians)", 20, 5, 5, 0, 0.80),
            new Size("medium (80, 15)", 80, 15, 10, 0, 0.75),
            new Size("large (300, 40)", 300, 40, 30, 20, 0.70))) {
      measure(size, 10, report);
    }
    measure(new Size("network (3,000, 300)", 3_000, 300, 60, 50, 1), 1, report);
    report.remark(
        "Ratio: geometric mean of (soft + 100) / (soft of the known plan + 100). The time is that of"
            + " the whole command. The clinics are this project's own inventions and may be easier"
            + " than real ones.");
  }

  private static void measure(Size size, int seeds, Report report)
      throws IOException, InterruptedException {
    long[] medium = new long[seeds];
    long[] greedy = new long[seeds];
    double logarithms = 0;
    long hard = 0;
    double longest = 0;
    Path folder = Files.createTempDirectory("week-planning");
    for (int seed = 0; seed < seeds; seed++) {
      InventedClinic clinic = InventedClinic.of(size.patients, size.staff, seed);
      Path problem = Files.writeString(folder.resolve("problem.json"), clinic.problem().encode());
      Path known = Files.writeString(folder.resolve("known.json"), clinic.plan().encode());
      String out = folder.resolve("plan.json").toString();
      String number = Integer.toString(seed);
      Score bound = run(problem.toString(), "--check", known.toString());
      greedy[seed] = run(problem.toString(), "--out", out, "--greedy", "--seed", number).medium();
      long begin = System.nanoTime();
      String seconds = Integer.toString(size.seconds);
      Score ours = run(problem.toString(), "--out", out, "--seconds", seconds, "--seed", number);
      longest = Math.max(longest, Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0);
      hard += ours.hard() + bound.hard();
      medium[seed] = ours.medium();
      logarithms += Math.log((ours.soft() + 100.0) / (bound.soft() + 100.0));
    }
    Arrays.sort(medium);
    Arrays.sort(greedy);
    report.atMost(size.name + ": rules broken, known plans included", hard, "", 0);
    report.atMost("… care points, the worst", medium[seeds - 1], "", size.care);
    report.fact("… care points, the median", medium[seeds / 2], "");
    report.fact("… reference: of the plan it begins with, the median", greedy[seeds / 2], "");
    report.atMost(
        "… ratio of wishes to the known plan", Math.exp(logarithms / seeds), "", size.ratio);
    report.atMost("… longest command", longest, "s", size.seconds + 0.5);
  }

  private static Score run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(StackOptions.repository().resolve("daybridge").toString(), "week-plan"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher score = SCORE.matcher(said);
    if (process.waitFor() == 2 || !score.find()) {
      throw new IOException("week-plan failed: " + said);
    }
    return new Score(
        Long.parseLong(score.group(1)),
        Long.parseLong(score.group(2)),
        Long.parseLong(score.group(3)));
  }
}
