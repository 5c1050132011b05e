package org.daybridge.scheduling.weekplan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The weeks that are to be laid out, and those that were. Every call belongs to a transaction. */
public interface PlanJobs {
  /** A job that a solver has taken, with what it needs. */
  record Taken(PlanJob job, String problem, Optional<String> solution) {}

  /**
   * A week to be laid out.
   *
   * @param earlier the plan that people know, which the search begins with
   * @param sessions of the clinic's calendar that it lays out; none for a problem from a file
   */
  record Asked(
      String name,
      String problem,
      Optional<Earlier> earlier,
      List<Base> sessions,
      long seed,
      int seconds) {}

  /** A plan in its file format. */
  record Earlier(String solution, WeekScore score) {}

  /** A session of the calendar as it was when the plan was asked for. */
  record Base(UUID session, long version, Set<UUID> booked) {}

  /** Puts it at the end of the queue. */
  PlanJob add(Asked asked);

  /** The sessions of the calendar that the plan lays out. */
  List<Base> sessions(UUID id);

  /** Keeps that these became real, and how they stand now. */
  void accepted(UUID id, List<Base> sessions);

  /** The plan that people knew when this one was asked for. */
  Optional<String> earlier(UUID id);

  /**
   * How many wait. Until the transaction ends nobody else is told, so that a place counted free is
   * taken once.
   */
  int waiting();

  PlanJob require(UUID id);

  /** The newest first. */
  List<PlanJob> latest(int most);

  /** The problem of a job, in its file format. */
  String problem(UUID id);

  /** The best plan so far, in its file format. */
  Optional<String> solution(UUID id);

  /** Ends it where it waits; where it runs, its solver ends it soon. False when it had ended. */
  boolean stop(UUID id);

  /** Lets it be searched on from the best plan. False when it has not ended. */
  boolean resume(UUID id, int seconds);

  /**
   * Puts a plan that people changed in the place of the best one, under the problem with their
   * pins. False when the plan changed since it was looked at, or is searched for.
   */
  boolean replace(PlanJob looked, String problem, String solution, WeekScore score);

  /**
   * The one that has waited longest, or one whose solver is gone, leased to this solver. One whose
   * solvers were lost {@code losses} times has failed: it may be what they died of.
   */
  Optional<Taken> take(UUID solver, Duration lease, int losses);

  /**
   * Keeps what was found and renews the lease. Whether to go on: not when somebody asked to stop,
   * nor when the lease is another's by now; then nothing is kept.
   */
  boolean keep(UUID id, UUID solver, Duration lease, Found found);

  /** Gives it back with what was found, for another to go on at once. */
  void giveBack(UUID id, UUID solver, Found found);

  /** Ends it and keeps what was found, unless the lease is another's. */
  void end(UUID id, UUID solver, PlanJob.State state, Optional<Found> found);

  /** The best plan so far, and how long was searched since the last time. */
  record Found(String solution, WeekScore score, long moves, Duration searched) {}
}
