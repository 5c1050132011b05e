package org.daybridge.scheduling.weekplan;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybridge.scheduling.weekplan.WeekSolution.Assignment;

/**
 * What is otherwise than in the plan that people know.
 *
 * @param changed each session that differs; one that is not run any more has no {@code to}, a new
 *     one no {@code from}
 * @param unchanged how many sessions are as they were
 * @param peopleMoved how many people have at least one session at another time, or lost or gained
 *     one
 */
public record PlanDifference(List<Changed> changed, int unchanged, int peopleMoved) {

  /** One session that is otherwise. */
  public record Changed(
      String activity,
      Optional<LocalDateTime> from,
      Optional<LocalDateTime> to,
      boolean otherRoom,
      boolean otherTeam,
      List<String> joined,
      List<String> left) {}

  /** From the one plan to the other. */
  public static PlanDifference of(WeekSolution known, WeekSolution proposed) {
    Map<String, Assignment> before = byActivity(known);
    Map<String, Assignment> after = byActivity(proposed);
    Set<String> all = new java.util.TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    List<Changed> changed = new ArrayList<>();
    Set<String> people = new HashSet<>();
    for (String activity : all) {
      Optional<Assignment> from = Optional.ofNullable(before.get(activity));
      Optional<Assignment> to = Optional.ofNullable(after.get(activity));
      Changed one = changed(activity, from, to);
      boolean elsewhere = !one.from().equals(one.to());
      if (elsewhere
          || one.otherRoom()
          || one.otherTeam()
          || !one.joined().isEmpty()
          || !one.left().isEmpty()) {
        changed.add(one);
        people.addAll(one.joined());
        people.addAll(one.left());
      }
      if (elsewhere) {
        from.ifPresent(some -> people.addAll(some.patients()));
        to.ifPresent(some -> people.addAll(some.patients()));
      }
    }
    return new PlanDifference(List.copyOf(changed), all.size() - changed.size(), people.size());
  }

  private static Changed changed(
      String activity, Optional<Assignment> from, Optional<Assignment> to) {
    List<String> earlier = from.map(Assignment::patients).orElse(List.of());
    List<String> later = to.map(Assignment::patients).orElse(List.of());
    boolean both = from.isPresent() && to.isPresent();
    return new Changed(
        activity,
        from.map(Assignment::start),
        to.map(Assignment::start),
        both && !from.get().room().equals(to.get().room()),
        both && !Set.copyOf(from.get().clinicians()).equals(Set.copyOf(to.get().clinicians())),
        later.stream().filter(who -> !earlier.contains(who)).sorted().toList(),
        earlier.stream().filter(who -> !later.contains(who)).sorted().toList());
  }

  private static Map<String, Assignment> byActivity(WeekSolution week) {
    return week.assignments().stream()
        .collect(
            Collectors.toMap(
                Assignment::activity, Function.identity(), (one, _) -> one, TreeMap::new));
  }
}
