package org.daybridge.records.task;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.register.Filed;

/** One task with one owner. */
public record CareTask(
    UUID id,
    PatientId patient,
    int labels,
    StaffId owner,
    String what,
    LocalDate dueOn,
    StaffId askedBy,
    Instant askedAt,
    Optional<UUID> meeting,
    State state)
    implements Filed {

  public sealed interface State {
    record Open() implements State {}

    record Done(StaffId by, Instant at) implements State {}

    record Dropped(StaffId by, Instant at, String because) implements State {
      @Override
      public String toString() {
        return "Dropped[" + at + "]";
      }
    }
  }

  public static Decision<CareTask, Void> ask(CareTask proposed, LocalDate today) {
    return proposed.dueOn().isBefore(today)
        ? refused("task-due-after-asked", proposed.dueOn() + " is before " + today)
        : applied(proposed);
  }

  public Decision<CareTask, Void> done(StaffId by, Instant at) {
    return ended(new State.Done(by, at));
  }

  public Decision<CareTask, Void> drop(StaffId by, String because, Instant at) {
    return ended(new State.Dropped(by, at, because));
  }

  /** Somebody else takes it over. */
  public Decision<CareTask, Void> handOver(StaffId next) {
    return switch (state) {
      case State.Open _ -> applied(with(next, state));
      case State.Done _, State.Dropped _ -> closed();
    };
  }

  private Decision<CareTask, Void> ended(State next) {
    return switch (state) {
      case State.Open _ -> applied(with(owner, next));
      case State.Done _, State.Dropped _ -> closed();
    };
  }

  private static Decision<CareTask, Void> closed() {
    return refusedState("task-is-open", "it was done or dropped already");
  }

  private CareTask with(StaffId nextOwner, State next) {
    return new CareTask(
        id, patient, labels, nextOwner, what, dueOn, askedBy, askedAt, meeting, next);
  }

  @Override
  public String toString() {
    return "CareTask[" + id + ", " + state + "]";
  }
}
