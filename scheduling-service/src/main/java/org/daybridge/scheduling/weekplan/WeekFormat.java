package org.daybridge.scheduling.weekplan;

import java.util.List;
import java.util.Set;

/** The files in which weeks travel and are stored. */
public interface WeekFormat {
  /**
   * The problem that a file states.
   *
   * @throws UnreadableWeek with every fault found
   */
  WeekProblem problem(String file) throws UnreadableWeek;

  /**
   * The week that a file states for a problem.
   *
   * @throws UnreadableWeek with every fault found
   */
  WeekSolution solution(String file, WeekProblem problem) throws UnreadableWeek;

  String written(WeekSolution solution);

  String written(WeekProblem problem);

  /**
   * The problem's file with these sessions pinned where they are, and those kept out of the week.
   */
  String pinned(String problem, List<WeekSolution.Assignment> sessions, Set<String> keptOut);

  /** A problem that was read before. */
  default WeekProblem storedProblem(String file) {
    try {
      return problem(file);
    } catch (UnreadableWeek e) {
      throw new IllegalStateException("A stored problem can't be read", e);
    }
  }

  /** A plan that was written here. */
  default WeekSolution storedSolution(String file, WeekProblem problem) {
    try {
      return solution(file, problem);
    } catch (UnreadableWeek e) {
      throw new IllegalStateException("A stored plan can't be read", e);
    }
  }
}
