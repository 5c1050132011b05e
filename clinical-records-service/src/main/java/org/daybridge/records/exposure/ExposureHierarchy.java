package org.daybridge.records.exposure;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.register.Filed;

/**
 * Graded steps with expected distress, 0 to 100. Attempts are facts: one at a higher step than the
 * next is kept, not refused; which step comes next is worked out, never demanded.
 */
public record ExposureHierarchy(
    UUID id, PatientId patient, int labels, String fear, List<Step> steps) implements Filed {

  public record Step(String situation, int expected, List<Attempt> attempts) {
    public Step {
      attempts = List.copyOf(attempts);
    }

    /** The last attempt ended with at most half of the distress that was expected. */
    public boolean mastered() {
      return !attempts.isEmpty() && attempts.getLast().after() * 2 <= expected;
    }

    Step with(Attempt attempt) {
      var all = new ArrayList<>(attempts);
      all.add(attempt);
      return new Step(situation, expected, all);
    }

    @Override
    public String toString() {
      return "Step[" + expected + "]";
    }
  }

  /** One try: distress before, at its peak and after, and how long it took. */
  public record Attempt(Instant at, int before, int peak, int after, int minutes) {}

  private static final int LEAST_STEPS = 3;

  public ExposureHierarchy {
    steps = List.copyOf(steps);
  }

  public static Decision<ExposureHierarchy, Void> build(
      UUID id, PatientId patient, int labels, String fear, List<Step> steps) {
    return graded(new ExposureHierarchy(id, patient, labels, fear, steps));
  }

  /** Steps are added or reworded; those that were tried keep their attempts by their words. */
  public Decision<ExposureHierarchy, Void> regrade(List<Step> next) {
    var kept =
        next.stream()
            .map(
                step ->
                    steps.stream()
                        .filter(each -> each.situation().equals(step.situation()))
                        .findFirst()
                        .map(each -> new Step(step.situation(), step.expected(), each.attempts()))
                        .orElse(step))
            .toList();
    var lost =
        steps.stream()
            .filter(each -> !each.attempts().isEmpty())
            .anyMatch(
                each -> next.stream().noneMatch(one -> one.situation().equals(each.situation())));
    return lost
        ? refused("tried-step-stays", "a step that was tried stays in the hierarchy")
        : graded(new ExposureHierarchy(id, patient, labels, fear, kept));
  }

  public Decision<ExposureHierarchy, Void> tried(int number, Attempt attempt, Instant now) {
    if (number < 1 || number > steps.size()) {
      return refused("exposure-step-exists", "there are steps 1 to " + steps.size());
    }
    if (attempt.at().isAfter(now)) {
      return refused("attempt-has-happened", attempt.at() + " is still to come");
    }
    if (attempt.peak() < Math.max(attempt.before(), attempt.after())) {
      return refused("attempt-peak-is-highest", "the peak is at least what was before and after");
    }
    var next = new ArrayList<>(steps);
    next.set(number - 1, next.get(number - 1).with(attempt));
    return applied(new ExposureHierarchy(id, patient, labels, fear, next));
  }

  /** The first step that has not lost its force; none when all have. */
  public Optional<Integer> nextStep() {
    return IntStream.rangeClosed(1, steps.size())
        .filter(number -> !steps.get(number - 1).mastered())
        .boxed()
        .findFirst();
  }

  private static Decision<ExposureHierarchy, Void> graded(ExposureHierarchy proposed) {
    var steps = proposed.steps();
    var falls =
        IntStream.range(1, steps.size())
            .anyMatch(each -> steps.get(each).expected() < steps.get(each - 1).expected());
    return steps.size() < LEAST_STEPS || falls
        ? refused(
            "hierarchy-is-graded", "it has three steps or more, from the least to the most feared")
        : applied(proposed);
  }

  @Override
  public String toString() {
    return "ExposureHierarchy[" + id + ", steps=" + steps.size() + "]";
  }
}
