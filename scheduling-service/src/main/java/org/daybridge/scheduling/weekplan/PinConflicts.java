package org.daybridge.scheduling.weekplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;

/**
 * The rules that pinned sessions break by themselves, whatever is laid around them. They are found
 * before the search, which could only end with a plan that nobody can publish. Counted by {@link
 * Recount} on the pinned sessions alone; the size of an open group is not judged, its people come
 * later.
 */
public final class PinConflicts {
  private final WeekProblem problem;
  private final Map<String, Activity> pinned = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> alone = new LinkedHashMap<>();
  private final Set<Conflict> found = new LinkedHashSet<>();

  /** A rule, by its code, and the pinned activities that can't keep it together. */
  public record Conflict(String rule, List<String> activities) {
    public Conflict {
      activities = List.copyOf(activities);
    }

    @Override
    public String toString() {
      return rule + " by " + String.join(", ", activities);
    }
  }

  private PinConflicts(WeekProblem problem) {
    this.problem = problem;
    for (Activity one : problem.activities()) {
      if (one.pinned().isPresent()) {
        pinned.put(one.id(), one);
      }
    }
  }

  /** Each conflict once, those of a single session first; empty when the pins can stand. */
  public static List<Conflict> of(WeekProblem problem) {
    PinConflicts conflicts = new PinConflicts(problem);
    conflicts.pinned.keySet().forEach(conflicts::single);
    conflicts.sharing().forEach(conflicts::together);
    return List.copyOf(conflicts.found);
  }

  private void single(String id) {
    Map<String, Long> broken = broken(List.of(id));
    alone.put(id, broken);
    broken.forEach((rule, _) -> found.add(new Conflict(rule, List.of(id))));
  }

  /** The pinned sessions of each clinician, room and listed patient that has more than one. */
  private List<List<String>> sharing() {
    Map<String, List<String>> uses = new TreeMap<>();
    for (Activity one : pinned.values()) {
      WeekProblem.Pin pin = one.pinned().orElseThrow();
      pin.clinicians().forEach(who -> use(uses, "clinician " + who, one));
      pin.room().ifPresent(where -> use(uses, "room " + where, one));
      one.roster().ifPresent(all -> all.forEach(who -> use(uses, "patient " + who, one)));
    }
    return uses.values().stream().filter(some -> some.size() > 1).toList();
  }

  private static void use(Map<String, List<String>> uses, String what, Activity one) {
    uses.computeIfAbsent(what, _ -> new ArrayList<>()).add(one.id());
  }

  /** Two of them where two suffice, else all: a limit of a day or week is broken by the sum. */
  private void together(List<String> some) {
    for (String rule : more(some)) {
      List<Conflict> pairs = new ArrayList<>();
      for (int i = 0; i < some.size(); i++) {
        for (int j = i + 1; j < some.size(); j++) {
          List<String> pair = List.of(some.get(i), some.get(j));
          if (more(pair).contains(rule)) {
            pairs.add(new Conflict(rule, pair));
          }
        }
      }
      found.addAll(pairs.isEmpty() ? List.of(new Conflict(rule, some)) : pairs);
    }
  }

  /** The rules that these break beyond what each breaks alone. */
  private Set<String> more(List<String> some) {
    return broken(some).entrySet().stream()
        .filter(
            one ->
                one.getValue()
                    > some.stream()
                        .mapToLong(id -> alone.get(id).getOrDefault(one.getKey(), 0L))
                        .sum())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Map<String, Long> broken(List<String> some) {
    List<Activity> kept = some.stream().map(pinned::get).toList();
    Map<String, Long> counts = Recount.of(only(kept), plan(kept));
    counts.keySet().removeIf(code -> !code.startsWith("H"));
    if (kept.stream().allMatch(one -> one.roster().isEmpty())) {
      counts.remove("H14");
    } else if (counts.containsKey("H14")) {
      long open = kept.stream().filter(PinConflicts::tooFewSoFar).count();
      counts.computeIfPresent("H14", (_, points) -> points > open ? points - open : null);
    }
    return counts;
  }

  private static boolean tooFewSoFar(Activity one) {
    return one.roster().isEmpty() && one.minPatients() > 0;
  }

  private WeekProblem only(List<Activity> kept) {
    return problem.withActivities(kept);
  }

  private WeekSolution plan(List<Activity> kept) {
    return new WeekSolution(
        problem.name(),
        kept.stream()
            .map(
                one ->
                    new WeekSolution.Assignment(
                        one.id(),
                        one.pinned().orElseThrow().start(),
                        one.pinned().flatMap(WeekProblem.Pin::room),
                        List.copyOf(one.pinned().orElseThrow().clinicians()),
                        one.roster().orElse(List.of())))
            .toList());
  }

  /** What to tell whoever pinned them; empty when the pins can stand. */
  public static Optional<String> told(WeekProblem problem) {
    List<Conflict> all = of(problem);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The pinned sessions break rules by themselves:\n  "
                + all.stream().map(Conflict::toString).collect(Collectors.joining("\n  ")));
  }
}
