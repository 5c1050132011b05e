package org.daybridge.scheduling.weekplan.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.daybridge.scheduling.weekplan.UnreadableWeek;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.daybridge.scheduling.weekplan.WeekSolution;

/** Reads {@code iop-week-solution/1}, for instance a week that people laid out by hand. */
public final class SolutionFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MANY = 20_000;

  private SolutionFile() {}

  /**
   * The week that a file states for a problem. Names that the problem does not have are read: that
   * is the plan's fault ({@code H01}), not the file's.
   *
   * @throws UnreadableWeek with every fault found
   */
  public static WeekSolution read(String text, WeekProblem problem) throws UnreadableWeek {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreadableWeek(List.of("/: JSON"));
    }
    List<String> faults = new ArrayList<>();
    Fields file = new Fields("", root, faults);
    file.text("format", Set.of("iop-week-solution/1"));
    file.text("problem", Set.of(problem.name()));
    WeekSolution solution =
        new WeekSolution(
            problem.name(),
            file.list(
                "assignments",
                MANY,
                one ->
                    new WeekSolution.Assignment(
                        one.text("activity"),
                        one.dateTime("start"),
                        one.optionalText("room"),
                        one.everyText("clinicians"),
                        one.everyText("patients"))));
    if (!faults.isEmpty()) {
      throw new UnreadableWeek(faults);
    }
    return solution;
  }
}
