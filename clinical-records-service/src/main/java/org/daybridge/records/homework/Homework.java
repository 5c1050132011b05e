package org.daybridge.records.homework;

import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.plan.GoalId;

/**
 * One assignment: given by staff, handed in by the patient as often as they like until somebody has
 * reviewed it. Late is late, never refused.
 */
public record Homework(
    HomeworkId id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    Optional<GoalId> goal,
    Optional<Skill> skill,
    String title,
    String instructions,
    StaffId assignedBy,
    Instant assignedAt,
    LocalDate dueOn,
    State state) {

  public sealed interface State {
    record Assigned() implements State {}

    record Submitted(String text, Instant at) implements State {
      @Override
      public String toString() {
        return "Submitted[" + at + "]";
      }
    }

    record Reviewed(Submitted submitted, String feedback, StaffId by, Instant at) implements State {
      @Override
      public String toString() {
        return "Reviewed[" + at + "]";
      }
    }
  }

  public static Decision<Homework, Void> assign(Homework proposed, LocalDate today) {
    return proposed.dueOn().isBefore(today)
        ? refused("homework-due-after-assigned", proposed.dueOn() + " is before " + today)
        : Decision.applied(proposed);
  }

  public Decision<Homework, Void> submit(String text, Instant at) {
    return switch (state) {
      case State.Assigned _, State.Submitted _ ->
          Decision.applied(as(new State.Submitted(text, at)));
      case State.Reviewed _ -> refusedState("homework-is-open", "it was reviewed already");
    };
  }

  public Decision<Homework, Void> review(StaffId by, String feedback, Instant at) {
    return switch (state) {
      case State.Assigned _ -> refusedState("homework-submitted", "nothing was handed in yet");
      case State.Submitted submitted ->
          Decision.applied(as(new State.Reviewed(submitted, feedback, by, at)));
      case State.Reviewed _ -> refusedState("homework-is-open", "it was reviewed already");
    };
  }

  private Homework as(State next) {
    return new Homework(
        id,
        patient,
        episode,
        labels,
        goal,
        skill,
        title,
        instructions,
        assignedBy,
        assignedAt,
        dueOn,
        next);
  }

  @Override
  public String toString() {
    return "Homework[" + id + ", dueOn=" + dueOn + ", " + state + "]";
  }
}
