package org.daybridge.scheduling.weekplan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Proposes a week. The same problem, seed and number of moves give the same week; a limit of time
 * does not, because machines differ.
 */
public final class WeekSolver {
  private static final long WATCHED_EVERY = Duration.ofMillis(500).toNanos();

  /** Per cent of the time in which sites are searched for apart. */
  private static final int APART = 85;

  /** The whole week is not heated up again after that. */
  private static final double COOLED = 0.6;

  private final int threads;

  /** On one thread. */
  public WeekSolver() {
    this(1);
  }

  /** On so many threads at most, one for a site. */
  public WeekSolver(int threads) {
    this.threads = threads;
  }

  /** What came out, and how many changes were tried for it. */
  public record Proposal(WeekSolution solution, WeekScore score, long moves) {}

  /** Looks on while a week is searched for, on the thread that searches. */
  public interface Watcher {
    /** The best plan so far; whether to go on. */
    boolean goOn(Supplier<Proposal> best);
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
    return solve(problem, Optional.empty(), seed, limit, _ -> true);
  }

  /**
   * The best week found within the limit, or until the watcher has enough of it. Goes on from an
   * earlier plan of the same problem where there is one; the result is never worse. Sites that have
   * little to do with each other are searched for side by side, and then all of them together.
   */
  public Proposal solve(
      WeekProblem problem,
      Optional<WeekSolution> earlier,
      long seed,
      Duration limit,
      Watcher watcher) {
    List<WeekProblem> parts = SiteParts.of(problem);
    if (parts.size() == 1) {
      return alone(problem, earlier, seed, limit, 0, watcher);
    }
    long begin = System.nanoTime();
    boolean[] goesOn = {true};
    Watcher watching = best -> goesOn[0] = watcher.goOn(best);
    Proposal apart =
        new PartsSearch(problem, parts, threads)
            .run(earlier, seed, limit.multipliedBy(APART).dividedBy(100), watching);
    Duration left = limit.minusNanos(System.nanoTime() - begin);
    if (!goesOn[0] || left.isNegative()) {
      return apart;
    }
    Proposal together =
        alone(
            problem,
            Optional.of(apart.solution()),
            seed,
            left,
            COOLED,
            best -> watcher.goOn(() -> added(best.get(), apart.moves())));
    return together.score().compareTo(apart.score()) <= 0
        ? added(together, apart.moves())
        : added(apart, together.moves());
  }

  private static Proposal added(Proposal to, long moves) {
    return new Proposal(to.solution(), to.score(), to.moves() + moves);
  }

  /** What one begins with: an earlier plan, or going through the activities once. */
  static Proposal first(WeekProblem problem, Optional<WeekSolution> earlier, long seed) {
    Board board = new Board(problem);
    Search search = new Search(new Draft(board), new SplittableRandom(seed));
    earlier.ifPresentOrElse(search::take, search::construct);
    return proposal(board, search);
  }

  /** On this thread; {@code cooled} from 0 to 1 says how far along the search begins. */
  static Proposal alone(
      WeekProblem problem,
      Optional<WeekSolution> earlier,
      long seed,
      Duration limit,
      double cooled,
      Watcher watcher) {
    long begin = System.nanoTime();
    double all = Math.max(1, limit.toNanos());
    Board board = new Board(problem);
    Search search = new Search(new Draft(board), new SplittableRandom(seed));
    earlier.ifPresentOrElse(search::take, search::construct);
    long[] watched = {begin};
    search.run(
        () -> Math.min(1, cooled + (1 - cooled) * (System.nanoTime() - begin) / all),
        () -> {
          long now = System.nanoTime();
          if (now - begin >= all) {
            return true;
          }
          if (now - watched[0] < WATCHED_EVERY) {
            return false;
          }
          watched[0] = now;
          return !watcher.goOn(() -> proposal(board, search));
        });
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
