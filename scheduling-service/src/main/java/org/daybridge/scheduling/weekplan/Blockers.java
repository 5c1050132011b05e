package org.daybridge.scheduling.weekplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;

/**
 * Why care is missing from a proposed week: for each activity that is not run and each person under
 * the weekly minimum, how many of the possible times or groups each rule rules out.
 */
public final class Blockers {
  private final Board board;
  private final Draft draft;

  /**
   * What stands in the way.
   *
   * @param subject {@code activity} or {@code patient}
   * @param id which one
   * @param looked how many times, or groups, there are to choose from
   * @param ruledOut by code, how many of them that rule excludes; one can be excluded by several
   */
  public record Blocked(String subject, String id, int looked, Map<String, Integer> ruledOut) {}

  private Blockers(WeekProblem problem, WeekSolution solution) {
    board = new Board(problem);
    draft = new Draft(board);
    draft.lay(solution);
    draft.keep();
  }

  /** Everything that is missing, and why; names of the solution have to be the problem's. */
  public static List<Blocked> of(WeekProblem problem, WeekSolution solution) {
    Blockers blockers = new Blockers(problem, solution);
    List<Blocked> all = new ArrayList<>();
    for (int a = 0; a < blockers.board.activities.size(); a++) {
      if (!blockers.draft.runs(a) && blockers.board.activities.get(a).mandatory()) {
        all.add(blockers.activity(a));
      }
    }
    for (int p = 0; p < blockers.board.patients.size(); p++) {
      if (blockers.draft.careMissing(p) > 0) {
        all.add(blockers.patient(p));
      }
    }
    return all;
  }

  private Blocked activity(int a) {
    Activity one = board.activities.get(a);
    Map<String, Integer> why = new TreeMap<>();
    int looked = 0;
    for (int at : board.openTimes(a)) {
      looked++;
      int minutes = one.durationMinutes();
      int[] people = board.roster[a] == null ? new int[0] : board.roster[a];
      count(
          why, "H12", IntStream.of(people).allMatch(p -> board.patientFree[p].holds(at, minutes)));
      count(why, "H11", IntStream.of(people).allMatch(p -> free(draft.ofPatient[p], at, minutes)));
      count(
          why,
          "H05",
          !one.inPerson()
              || IntStream.of(board.roomsFor[a]).anyMatch(r -> free(draft.ofRoom[r], at, minutes)));
      int[] onDuty =
          IntStream.of(board.leadersFor[a]).filter(c -> board.onDuty(c, at, minutes)).toArray();
      count(why, "H07", onDuty.length >= one.clinicianCount());
      count(
          why,
          "H06",
          onDuty.length < one.clinicianCount()
              || IntStream.of(onDuty).filter(c -> free(draft.ofClinician[c], at, minutes)).count()
                  >= one.clinicianCount());
    }
    count(why, "H04", !one.inPerson() || board.roomsFor[a].length > 0);
    count(why, "H08", board.leadersFor[a].length >= one.clinicianCount());
    return new Blocked("activity", one.id(), looked, why);
  }

  private Blocked patient(int p) {
    WeekProblem.Patient who = board.patients.get(p);
    Map<String, Integer> why = new TreeMap<>();
    int looked = 0;
    for (int a = 0; a < board.activities.size(); a++) {
      if (board.roster[a] == null && !draft.seated[a].contains(p)) {
        looked++;
        group(a, p, why);
      }
    }
    return new Blocked("patient", who.id(), looked, why);
  }

  private void group(int a, int p, Map<String, Integer> why) {
    Activity one = board.activities.get(a);
    if (!board.mayCome[a].get(p)) {
      count(why, "H13", false);
    } else if (!draft.runs(a)) {
      why.merge("not-run", 1, Integer::sum);
    } else {
      int at = draft.start[a];
      int minutes = one.durationMinutes();
      count(why, "H12", board.patientFree[p].holds(at, minutes));
      count(why, "H11", free(draft.ofPatient[p], at, minutes));
      count(why, "H14", draft.seated[a].size < one.maxPatients());
      count(
          why,
          "H16",
          IntStream.of(draft.leaders[a]).allMatch(c -> board.agree(p, c, board.alone[a])));
      count(
          why,
          "H15",
          IntStream.of(draft.seated[a].toArray()).noneMatch(q -> board.mayNotMeet[p].get(q)));
    }
  }

  private boolean free(Numbers sessions, int at, int minutes) {
    for (int i = 0; i < sessions.size; i++) {
      int b = sessions.items[i];
      if (draft.start[b] < at + minutes && at < draft.end(b)) {
        return false;
      }
    }
    return true;
  }

  private static void count(Map<String, Integer> why, String code, boolean kept) {
    if (!kept) {
      why.merge(code, 1, Integer::sum);
    }
  }
}
