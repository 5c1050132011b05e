package org.daybridge.records.amendment;

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

/** One request, its clock, and its answer. The record itself is amended by an addendum. */
public record AmendmentRequest(
    UUID id,
    PatientId patient,
    int labels,
    UUID askedBy,
    LocalDate askedOn,
    Optional<UUID> note,
    String wanted,
    String because,
    State state)
    implements Filed {

  /** The grounds on which a request may be denied; there are no others. */
  public enum Ground {
    NOT_CREATED_HERE,
    NOT_PART_OF_THE_RECORD,
    NOT_OPEN_TO_ACCESS,
    ACCURATE_AND_COMPLETE
  }

  /** Days to act, and days that one extension adds. */
  public record Limits(int days, int extension) {}

  public sealed interface State {
    record Open(LocalDate dueOn, Optional<String> extendedBecause) implements State {
      @Override
      public String toString() {
        return "Open[dueOn=" + dueOn + "]";
      }
    }

    record Accepted(StaffId by, Instant at, String how) implements State {
      @Override
      public String toString() {
        return "Accepted[" + at + "]";
      }
    }

    record Denied(
        StaffId by, Instant at, Ground ground, String because, Optional<String> disagreement)
        implements State {
      @Override
      public String toString() {
        return "Denied[" + at + ", " + ground + "]";
      }
    }
  }

  /** What somebody asks for. */
  public record Wish(UUID askedBy, Optional<UUID> note, String wanted, String because) {
    @Override
    public String toString() {
      return "Wish[note=" + note + "]";
    }
  }

  public static AmendmentRequest ask(
      UUID id, PatientId patient, int labels, Wish wish, LocalDate today, Limits limits) {
    return new AmendmentRequest(
        id,
        patient,
        labels,
        wish.askedBy(),
        today,
        wish.note(),
        wish.wanted(),
        wish.because(),
        new State.Open(today.plusDays(limits.days()), Optional.empty()));
  }

  /** One extension, with its reason: a second is refused (HIP-5). */
  public Decision<AmendmentRequest, Void> extend(String reason, Limits limits) {
    return switch (state) {
      case State.Open(var due, var extended) when extended.isEmpty() ->
          applied(as(new State.Open(due.plusDays(limits.extension()), Optional.of(reason))));
      case State.Open(var due, _) ->
          refused("amendment-extended-once", "it was extended to " + due + " already");
      case State.Accepted _, State.Denied _ -> answered();
    };
  }

  public Decision<AmendmentRequest, Void> accept(StaffId by, String how, Instant at) {
    return switch (state) {
      case State.Open _ -> applied(as(new State.Accepted(by, at, how)));
      case State.Accepted _, State.Denied _ -> answered();
    };
  }

  public Decision<AmendmentRequest, Void> deny(
      StaffId by, Ground ground, String reason, Instant at) {
    return switch (state) {
      case State.Open _ -> applied(as(new State.Denied(by, at, ground, reason, Optional.empty())));
      case State.Accepted _, State.Denied _ -> answered();
    };
  }

  /** A denied patient may have their disagreement kept with the record. */
  public Decision<AmendmentRequest, Void> disagree(String statement) {
    return switch (state) {
      case State.Denied(var by, var at, var ground, var reason, _) ->
          applied(as(new State.Denied(by, at, ground, reason, Optional.of(statement))));
      case State.Open _, State.Accepted _ ->
          refusedState("disagreement-answers-a-denial", "the request was not denied");
    };
  }

  private static Decision<AmendmentRequest, Void> answered() {
    return refusedState("amendment-is-open", "it was answered already");
  }

  private AmendmentRequest as(State next) {
    return new AmendmentRequest(id, patient, labels, askedBy, askedOn, note, wanted, because, next);
  }

  @Override
  public String toString() {
    return "AmendmentRequest[" + id + ", " + state + "]";
  }
}
