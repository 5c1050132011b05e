package org.daybridge.records.protectivereport;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.register.Filed;

/** One report: prepared with its clock running, then made. A late one is late, never refused. */
public record ProtectiveReport(
    UUID id,
    PatientId patient,
    int labels,
    Content content,
    StaffId reporter,
    Instant dueAt,
    State state)
    implements Filed {

  public enum Kind {
    CHILD_ABUSE,
    ELDER_OR_DEPENDENT_ADULT_ABUSE,
    DUTY_TO_PROTECT,
    OTHER_MANDATED
  }

  /** What is told, to whom. {@code namesProgram}: it would tell that this is a patient here. */
  public record Content(
      Kind kind,
      String recipient,
      String told,
      Instant knownAt,
      StaffId supervisor,
      boolean namesProgram) {
    @Override
    public String toString() {
      return "Content[" + kind + "]";
    }
  }

  public sealed interface State {
    record Prepared() implements State {}

    /** It was told at this time; the recipient's reference where there is one. */
    record Made(Instant at, Optional<String> reference, boolean late) implements State {}
  }

  private static final int PART2 = 1;

  public static Decision<ProtectiveReport, Void> prepare(
      UUID id,
      PatientId patient,
      int labels,
      Content content,
      StaffId reporter,
      Duration within,
      Instant now) {
    if (content.recipient().isBlank()) {
      return refused("report-names-recipient", "say who receives it");
    }
    if (content.knownAt().isAfter(now)) {
      return refused("report-known-before-made", content.knownAt() + " is still to come");
    }
    if (content.supervisor().equals(reporter)) {
      return refused("report-has-a-supervisor", "consult somebody else than the reporter");
    }
    if (content.namesProgram() && (labels & PART2) != 0 && content.kind() != Kind.CHILD_ABUSE) {
      return refused(
          "report-hides-the-program", "only a report of child abuse may tell of this treatment");
    }
    return applied(
        new ProtectiveReport(
            id,
            patient,
            labels,
            content,
            reporter,
            content.knownAt().plus(within),
            new State.Prepared()));
  }

  public Decision<ProtectiveReport, Void> made(
      Instant at, Optional<String> reference, Instant now) {
    if (state instanceof State.Made) {
      return refusedState("report-made-once", "it was made already");
    }
    if (at.isBefore(content.knownAt()) || at.isAfter(now)) {
      return refused("report-known-before-made", "it was made after it became known, by now");
    }
    return applied(
        new ProtectiveReport(
            id,
            patient,
            labels,
            content,
            reporter,
            dueAt,
            new State.Made(at, reference, at.isAfter(dueAt))));
  }
}
