package org.daybridge.scheduling.weekplan.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.daybridge.scheduling.weekplan.UnreadableWeek;
import org.daybridge.scheduling.weekplan.WeekFormat;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.daybridge.scheduling.weekplan.WeekSolution;

/** {@code iop-week/1} and {@code iop-week-solution/1}. */
@ApplicationScoped
class NeutralFormat implements WeekFormat {
  @Override
  public WeekProblem problem(String file) throws UnreadableWeek {
    return WeekFile.read(file);
  }

  @Override
  public WeekSolution solution(String file, WeekProblem problem) throws UnreadableWeek {
    return SolutionFile.read(file, problem);
  }

  @Override
  public String written(WeekSolution solution) {
    return WeekFile.write(solution);
  }

  @Override
  public String written(WeekProblem problem) {
    return ProblemFile.write(problem);
  }

  @Override
  public String pinned(
      String problem, List<WeekSolution.Assignment> sessions, Set<String> keptOut) {
    return WeekFile.pinned(problem, sessions, keptOut);
  }
}
