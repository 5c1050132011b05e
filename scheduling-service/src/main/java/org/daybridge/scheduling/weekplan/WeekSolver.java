package org.daybridge.scheduling.weekplan;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Proposes a week. The same problem, seed and number of moves give the same week; a limit of time
 * does not, because machines differ.
 */
public final class WeekSolver {
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** What came out, and how many changes were tried for it. */
  public record Proposal(WeekSolution solution, WeekScore score, long moves) {}

  /** Ends the search early; the best plan so far is the answer. */
  public void stop() {
    stopped.set(true);
  }

  /** The first plan alone, as one goes through the activities once: what the search starts from. */
  public static Proposal greedy(WeekProblem problem, long seed) {
    Board board = new Board(problem);
    Search search = new Search(new Draft(board), new SplittableRandom(seed));
    search.construct();
    return proposal(board, search);
  }

  /** The best week found within the limit. */
  public Proposal solve(WeekProblem problem, long seed, Duration limit) {
    long begin = System.nanoTime();
    double all = Math.max(1, limit.toNanos());
    Board board = new Board(problem);
    Search search = new Search(new Draft(board), new SplittableRandom(seed));
    search.construct();
    search.run(
        () -> Math.min(1, (System.nanoTime() - begin) / all),
        () -> stopped.get() || System.nanoTime() - begin >= all);
    return proposal(board, search);
  }

  private static Proposal proposal(Board board, Search search) {
    return new Proposal(solution(board, search.bestPlan()), search.best(), search.tried());
  }

  private static WeekSolution solution(Board board, Search.Snapshot plan) {
    return new WeekSolution(
        board.problem.name(),
        IntStream.range(0, board.activities.size())
            .filter(a -> plan.start()[a] >= 0)
            .mapToObj(
                a ->
                    new WeekSolution.Assignment(
                        board.activities.get(a).id(),
                        board.problem.weekStart().atStartOfDay().plusMinutes(plan.start()[a]),
                        plan.room()[a] < 0
                            ? Optional.empty()
                            : Optional.of(board.rooms.get(plan.room()[a]).id()),
                        IntStream.of(plan.leaders()[a])
                            .mapToObj(c -> board.clinicians.get(c).id())
                            .toList(),
                        IntStream.of(plan.seated()[a])
                            .mapToObj(p -> board.patients.get(p).id())
                            .toList()))
            .toList());
  }
}
