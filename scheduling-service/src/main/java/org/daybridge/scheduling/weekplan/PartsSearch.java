package org.daybridge.scheduling.weekplan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.daybridge.scheduling.weekplan.WeekSolver.Proposal;

/** Searches for the weeks of several sites side by side, each on a thread, and adds them up. */
final class PartsSearch {
  private static final long LOOK = 500;

  private final WeekProblem whole;
  private final List<WeekProblem> parts;
  private final int threads;
  private final AtomicReferenceArray<Proposal> best;
  private volatile boolean stopped;

  PartsSearch(WeekProblem whole, List<WeekProblem> parts, int threads) {
    this.whole = whole;
    this.parts = parts;
    this.threads = Math.clamp(threads, 1, parts.size());
    this.best = new AtomicReferenceArray<>(parts.size());
  }

  /** The best of each part, searched for within the time that all of them have together. */
  Proposal run(
      Optional<WeekSolution> earlier, long seed, Duration limit, WeekSolver.Watcher watcher) {
    long begin = System.nanoTime();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("week-plan-part-", 0).factory());
    try {
      first(pool, earlier, seed);
      Duration left = limit.minusNanos(System.nanoTime() - begin);
      long each = Math.max(1, left.toNanos() * threads / parts.size());
      List<Future<?>> searches = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        int part = i;
        searches.add(pool.submit(() -> search(part, seed, Duration.ofNanos(each))));
      }
      while (!searches.stream().allMatch(Future::isDone)) {
        if (!watcher.goOn(this::merged)) {
          stopped = true;
        }
        Thread.sleep(LOOK);
      }
      for (Future<?> one : searches) {
        one.get();
      }
      return merged();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the search was interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("A part of the week can't be searched for", e.getCause());
    } finally {
      stopped = true;
      pool.shutdownNow();
    }
  }

  /** A plan for every part, so that the sum is one of the whole from the beginning. */
  private void first(ExecutorService pool, Optional<WeekSolution> earlier, long seed)
      throws InterruptedException, ExecutionException {
    List<Callable<Proposal>> firsts = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      WeekProblem part = parts.get(i);
      long own = seed + i;
      firsts.add(() -> WeekSolver.first(part, earlier.map(week -> of(week, part)), own));
    }
    List<Future<Proposal>> found = pool.invokeAll(firsts);
    for (int i = 0; i < parts.size(); i++) {
      best.set(i, found.get(i).get());
    }
  }

  private void search(int part, long seed, Duration limit) {
    if (stopped) {
      return;
    }
    Proposal last =
        WeekSolver.alone(
            parts.get(part),
            Optional.of(best.get(part).solution()),
            seed + part,
            limit,
            0,
            now -> {
              best.set(part, now.get());
              return !stopped;
            });
    best.set(part, last);
  }

  private Proposal merged() {
    List<WeekSolution.Assignment> all = new ArrayList<>();
    WeekScore score = new WeekScore(0, 0, 0);
    long moves = 0;
    for (int i = 0; i < parts.size(); i++) {
      Proposal one = best.get(i);
      all.addAll(one.solution().assignments());
      score =
          new WeekScore(
              score.hard() + one.score().hard(),
              score.medium() + one.score().medium(),
              score.soft() + one.score().soft());
      moves += one.moves();
    }
    return new Proposal(new WeekSolution(whole.name(), all), score, moves);
  }

  /** What of a week belongs to a part; whoever is not of it is left out. */
  private static WeekSolution of(WeekSolution week, WeekProblem part) {
    Set<String> activities =
        part.activities().stream().map(WeekProblem.Activity::id).collect(Collectors.toSet());
    Set<String> people =
        new HashSet<>(part.patients().stream().map(WeekProblem.Patient::id).toList());
    return new WeekSolution(
        week.problem(),
        week.assignments().stream()
            .filter(one -> activities.contains(one.activity()))
            .map(
                one ->
                    new WeekSolution.Assignment(
                        one.activity(),
                        one.start(),
                        one.room(),
                        one.clinicians(),
                        one.patients().stream().filter(people::contains).toList()))
            .toList());
  }
}
