package org.daybridge.records.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybridge.records.signing.CanonicalForm;

/** All that a treatment plan says; which of it must be there is for {@link PlanGaps}. */
public record PlanContent(
    LocalDate startsOn,
    List<Problem> problems,
    List<String> strengths,
    List<String> preferences,
    List<String> barriers,
    List<ModalityMix> mix) {

  public PlanContent {
    problems = List.copyOf(problems);
    strengths = List.copyOf(strengths);
    preferences = List.copyOf(preferences);
    barriers = List.copyOf(barriers);
    mix = List.copyOf(mix);
  }

  public Stream<Goal> goals() {
    return problems.stream().flatMap(problem -> problem.goals().stream());
  }

  public Set<GoalId> goalIds() {
    return goals().map(Goal::id).collect(Collectors.toUnmodifiableSet());
  }

  public Stream<Intervention> interventions() {
    return goals()
        .flatMap(goal -> goal.objectives().stream())
        .flatMap(objective -> objective.interventions().stream());
  }

  /** Minutes a week per modality, in the order of the modalities. */
  public Map<Modality, Integer> prescribedMinutes() {
    return interventions()
        .collect(
            Collectors.groupingBy(
                Intervention::modality,
                TreeMap::new,
                Collectors.summingInt(Intervention::minutesPerWeek)));
  }

  public Map<String, ?> canonical() {
    return Map.of(
        "startsOn", startsOn,
        "problems", CanonicalForm.each(problems, Problem::canonical),
        "strengths", strengths,
        "preferences", preferences,
        "barriers", barriers,
        "mix", CanonicalForm.each(mix, ModalityMix::canonical));
  }

  @Override
  public String toString() {
    return "PlanContent[startsOn=" + startsOn + ", problems=" + problems + "]";
  }
}
