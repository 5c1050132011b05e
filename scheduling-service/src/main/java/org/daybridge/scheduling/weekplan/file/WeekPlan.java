package org.daybridge.scheduling.weekplan.file;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.daybridge.scheduling.weekplan.Blockers;
import org.daybridge.scheduling.weekplan.Recount;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.daybridge.scheduling.weekplan.WeekSolver;

/**
 * {@code ./daybridge week-plan problem.json --out solution.json --seconds N [--seed N]}: lays out a
 * week without the stack. Ends with 0 when the plan could be published, 2 when the call or the file
 * is wrong.
 */
public final class WeekPlan {
  private static final String USAGE =
      "week-plan PROBLEM.json --out SOLUTION.json [--seconds 1–3600, 30 if not said] [--seed N]";
  private final PrintStream out;
  private final PrintStream err;

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
    Path problemFile = null;
    Path solutionFile = null;
    long seconds = 30;
    long seed = 1;
    try {
      for (int i = 0; i < arguments.size(); i++) {
        switch (arguments.get(i)) {
          case "--out" -> solutionFile = Path.of(arguments.get(++i));
          case "--seconds" -> seconds = Long.parseLong(arguments.get(++i));
          case "--seed" -> seed = Long.parseLong(arguments.get(++i));
          default -> problemFile = Path.of(arguments.get(i));
        }
      }
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return wrong(USAGE);
    }
    if (problemFile == null || solutionFile == null || seconds < 1 || seconds > 3600) {
      return wrong(USAGE);
    }
    try {
      WeekProblem problem = WeekFile.read(Files.readString(problemFile));
      Duration spent = Duration.ofNanos(System.nanoTime() - begin).plusMillis(400);
      Duration left = Duration.ofSeconds(seconds).minus(spent);
      WeekSolver.Proposal proposal = new WeekSolver().solve(problem, seed, left);
      Files.writeString(solutionFile, WeekFile.write(proposal.solution()));
      return report(problem, proposal);
    } catch (UnreadableWeek e) {
      return wrong("The file is no iop-week/1:\n  " + String.join("\n  ", e.faults()));
    } catch (IOException e) {
      return wrong("Can't read or write: " + e.getMessage());
    }
  }

  private int report(WeekProblem problem, WeekSolver.Proposal proposal) {
    Map<String, Long> counts = Recount.of(problem, proposal.solution());
    out.printf(
        "%s: %d of %d activities, hard %d, medium %d, soft %d (%d changes tried)%n",
        problem.name(),
        proposal.solution().assignments().size(),
        problem.activities().size(),
        Recount.score(counts).hard(),
        Recount.score(counts).medium(),
        Recount.score(counts).soft(),
        proposal.moves());
    counts.forEach((code, count) -> out.printf("  %s %d%n", code, count));
    for (Blockers.Blocked one : Blockers.of(problem, proposal.solution())) {
      out.printf(
          "  %s %s lacks care: of %d possibilities ruled out by %s%n",
          one.subject(), one.id(), one.looked(), one.ruledOut());
    }
    return Recount.score(counts).usable() ? 0 : 1;
  }

  private int wrong(String why) {
    err.println(why);
    return 2;
  }
}
