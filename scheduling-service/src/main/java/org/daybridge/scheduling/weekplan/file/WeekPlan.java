package org.daybridge.scheduling.weekplan.file;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.scheduling.weekplan.Blockers;
import org.daybridge.scheduling.weekplan.PinConflicts;
import org.daybridge.scheduling.weekplan.Recount;
import org.daybridge.scheduling.weekplan.UnreadableWeek;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.daybridge.scheduling.weekplan.WeekScore;
import org.daybridge.scheduling.weekplan.WeekSolution;
import org.daybridge.scheduling.weekplan.WeekSolver;

/**
 * {@code ./daybridge week-plan}: lays out a week without the stack, or counts one that somebody
 * laid out. Ends with 0 when the week could be published, 1 when it breaks a rule, 2 when the call
 * or a file is wrong, or pinned sessions contradict each other.
 */
public final class WeekPlan {
  private static final String USAGE =
      """
      week-plan PROBLEM.json --out SOLUTION.json [--seconds 1–3600, 30 if not said] [--seed N]
      week-plan PROBLEM.json --out SOLUTION.json --greedy [--seed N]   the first plan, not improved
      week-plan PROBLEM.json --check SOLUTION.json                     counts a plan made elsewhere""";

  /**
   * The start of the JVM, and the writing and counting at the end, are part of the time one waits;
   * the latter take about as long as the reading.
   */
  private static final Duration STARTING = Duration.ofMillis(400);

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> options = new HashMap<>();

  WeekPlan(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** The program. */
  public static void main(String[] arguments) {
    System.exit(new WeekPlan(System.out, System.err).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    long begin = System.nanoTime();
    try {
      read(arguments);
      WeekProblem problem = WeekFile.read(Files.readString(Path.of(options.get("PROBLEM"))));
      if (options.containsKey("--check")) {
        String plan = Files.readString(Path.of(options.get("--check")));
        return report(problem, SolutionFile.read(plan, problem), "counted");
      }
      Optional<String> contradiction = PinConflicts.told(problem);
      if (contradiction.isPresent()) {
        return wrong(contradiction.get());
      }
      WeekSolver.Proposal proposal = proposal(problem, begin);
      Files.writeString(Path.of(options.get("--out")), WeekFile.write(proposal.solution()));
      return report(problem, proposal.solution(), proposal.moves() + " changes tried");
    } catch (UnreadableWeek e) {
      return wrong("The file breaks its format:\n  " + String.join("\n  ", e.faults()));
    } catch (IOException e) {
      return wrong("Can't read or write: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return wrong(USAGE);
    }
  }

  private void read(List<String> arguments) {
    options.clear();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String one = rest.next();
      switch (one) {
        case "--greedy" -> options.put(one, "");
        case "--out", "--seconds", "--seed", "--check" -> {
          require(rest.hasNext());
          options.put(one, rest.next());
        }
        default -> {
          require(!one.startsWith("-") && !options.containsKey("PROBLEM"));
          options.put("PROBLEM", one);
        }
      }
    }
    require(options.containsKey("PROBLEM"));
    require(options.containsKey("--out") != options.containsKey("--check"));
    require(seconds() >= 1 && seconds() <= 3600);
  }

  private long seconds() {
    return Long.parseLong(options.getOrDefault("--seconds", "30"));
  }

  private static void require(boolean sound) {
    if (!sound) {
      throw new IllegalArgumentException();
    }
  }

  private WeekSolver.Proposal proposal(WeekProblem problem, long begin) {
    long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
    if (options.containsKey("--greedy")) {
      return WeekSolver.greedy(problem, seed);
    }
    Duration reading = Duration.ofNanos(System.nanoTime() - begin);
    Duration spent = reading.multipliedBy(2).plus(STARTING);
    return new WeekSolver(Runtime.getRuntime().availableProcessors())
        .solve(problem, seed, Duration.ofSeconds(seconds()).minus(spent));
  }

  private int report(WeekProblem problem, WeekSolution plan, String how) {
    Map<String, Long> counts = Recount.of(problem, plan);
    WeekScore score = Recount.score(counts);
    out.printf(
        "%s: %d of %d activities, hard %d, medium %d, soft %d (%s)%n",
        problem.name(),
        plan.assignments().size(),
        problem.activities().size(),
        score.hard(),
        score.medium(),
        score.soft(),
        how);
    counts.forEach((code, count) -> out.printf("  %s %d%n", code, count));
    if (!counts.containsKey("H01")) {
      for (Blockers.Blocked one : Blockers.of(problem, plan)) {
        out.printf(
            "  %s %s lacks care: of %d possibilities %d are open, ruled out by %s%n",
            one.subject(), one.id(), one.looked(), one.open(), one.ruledOut());
        for (Blockers.Relaxation way : one.relaxations()) {
          out.printf(
              "    without %s there would be %d, as %s%n",
              String.join(" and ", way.rules()), way.opens(), way.example());
        }
      }
    }
    return score.usable() ? 0 : 1;
  }

  private int wrong(String why) {
    err.println(why);
    return 2;
  }
}
