package org.daybridge.scheduling.weekplan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
   * @param open at how many of them nothing stands in the way but care that others would lose
   * @param ruledOut by code, how many of them that rule excludes; one can be excluded by several
   * @param relaxations the fewest rules that would have to give way, by what that would open; empty
   *     when there is nothing to choose from
   */
  public record Blocked(
      String subject,
      String id,
      int looked,
      int open,
      Map<String, Integer> ruledOut,
      List<Relaxation> relaxations) {}

  /**
   * Rules that would have to give way together, at one place.
   *
   * @param opens at how many times, or for how many groups, they are all that stands in the way
   * @param example the first of these: a time of the week, or a group
   */
  public record Relaxation(Set<String> rules, int opens, String example) {}

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
    Reasons why = new Reasons();
    for (int at : board.openTimes(a)) {
      why.next(board.problem.weekStart().atStartOfDay().plusMinutes(at).toString());
      int minutes = one.durationMinutes();
      int[] people = board.roster[a] == null ? new int[0] : board.roster[a];
      count(
          why, "H12", IntStream.of(people).allMatch(p -> board.patientFree[p].holds(at, minutes)));
      count(why, "H11", IntStream.of(people).allMatch(p -> free(draft.ofPatient[p], at, minutes)));
      count(
          why,
          "H05",
          !one.inPerson()
              || board.roomsFor[a].length == 0
              || IntStream.of(board.roomsFor[a]).anyMatch(r -> free(draft.ofRoom[r], at, minutes)));
      int[] onDuty =
          IntStream.of(board.leadersFor[a]).filter(c -> board.onDuty(c, at, minutes)).toArray();
      boolean able = board.leadersFor[a].length >= one.clinicianCount();
      count(why, "H08", able);
      count(why, "H07", !able || onDuty.length >= one.clinicianCount());
      count(
          why,
          "H06",
          onDuty.length < one.clinicianCount()
              || IntStream.of(onDuty).filter(c -> free(draft.ofClinician[c], at, minutes)).count()
                  >= one.clinicianCount());
      count(why, "H04", !one.inPerson() || board.roomsFor[a].length > 0);
    }
    return why.of("activity", one.id());
  }

  private Blocked patient(int p) {
    WeekProblem.Patient who = board.patients.get(p);
    Reasons why = new Reasons();
    for (int a = 0; a < board.activities.size(); a++) {
      if (board.roster[a] == null && !draft.seated[a].contains(p)) {
        why.next(board.activities.get(a).id());
        group(a, p, why);
      }
    }
    return why.of("patient", who.id());
  }

  private void group(int a, int p, Reasons why) {
    Activity one = board.activities.get(a);
    if (!board.mayCome[a].get(p)) {
      count(why, "H13", false);
    } else if (!draft.runs(a)) {
      why.add("not-run");
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

  private static void count(Reasons why, String code, boolean kept) {
    if (!kept) {
      why.add(code);
    }
  }

  /** The rules against each possibility, one after the other. */
  private static final class Reasons {
    private static final int SHOWN = 3;

    private final Map<String, Integer> ruledOut = new TreeMap<>();
    private final Map<Set<String>, Integer> together = new HashMap<>();
    private final Map<Set<String>, String> examples = new HashMap<>();
    private Set<String> rules = new TreeSet<>();
    private String place = "";
    private int looked;
    private int open;

    void next(String possibility) {
      close();
      looked++;
      place = possibility;
      rules = new TreeSet<>();
    }

    void add(String rule) {
      if (rules.add(rule)) {
        ruledOut.merge(rule, 1, Integer::sum);
      }
    }

    private void close() {
      if (rules.isEmpty()) {
        open += looked > 0 ? 1 : 0;
      } else {
        together.merge(rules, 1, Integer::sum);
        examples.putIfAbsent(rules, place);
      }
    }

    Blocked of(String subject, String id) {
      close();
      rules = new TreeSet<>();
      int fewest = together.keySet().stream().mapToInt(Set::size).min().orElse(0);
      List<Relaxation> smallest =
          together.entrySet().stream()
              .filter(one -> one.getKey().size() == fewest)
              .map(
                  one ->
                      new Relaxation(
                          one.getKey(), one.getValue(), examples.getOrDefault(one.getKey(), "")))
              .sorted(
                  Comparator.comparing(Relaxation::opens)
                      .reversed()
                      .thenComparing(one -> one.rules().toString()))
              .limit(SHOWN)
              .toList();
      return new Blocked(subject, id, looked, open, ruledOut, smallest);
    }
  }
}
