package org.daybridge.medication.order;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.MedicationEvent;
import org.daybridge.contract.medication.MedicationEvent.MedicationChanged;
import org.daybridge.contract.medication.MedicationEvent.MedicationOrdered;
import org.daybridge.contract.medication.MedicationEvent.MedicationStopped;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.medication.order.OrderCommand.Hold;
import org.daybridge.medication.order.OrderCommand.HoldReason;
import org.daybridge.medication.order.OrderCommand.Renew;
import org.daybridge.medication.order.OrderCommand.Resume;
import org.daybridge.medication.order.OrderCommand.Stop;
import org.daybridge.medication.order.OrderCommand.Titrate;
import org.jspecify.annotations.Nullable;

/**
 * One medicine that a prescriber ordered for one person. It begins active; a titration supersedes
 * its dose and keeps every earlier one; a hold pauses it; a stop ends it with a reason, and what
 * has ended is never taken up again: that is a new order.
 */
public record MedicationOrder(
    OrderId id,
    PatientId patient,
    @Nullable EpisodeId episode,
    Drug drug,
    OrderVersion current,
    boolean declaredSecond,
    boolean needsTaper,
    UUID orderedBy,
    Instant orderedAt,
    State state) {

  /** Where the order stands. */
  public sealed interface State {
    record Active() implements State {}

    record OnHold(HoldReason reason, Instant since) implements State {}

    record Stopped(StopReason reason, Instant at) implements State {}
  }

  public Decision<MedicationOrder, MedicationEvent> decide(OrderCommand command) {
    if (state instanceof State.Stopped) {
      return refusedState("order-is-open", "The order has ended; write a new one.");
    }
    return switch (command) {
      case Titrate(var next) -> titrate(next);
      case Renew(var next) -> renew(next);
      case Hold(var reason, var at) -> hold(reason, at);
      case Resume(var at) -> resume(at);
      case Stop(var reason, var tapered, var at) -> stop(reason, tapered, at);
    };
  }

  private Decision<MedicationOrder, MedicationEvent> titrate(OrderVersion next) {
    if (!(state instanceof State.Active)) {
      return refusedState("order-is-active", "The order is on hold; resume it first.");
    }
    var titrated = with(next, state);
    return applied(titrated, titrated.ordered());
  }

  private Decision<MedicationOrder, MedicationEvent> renew(OrderVersion next) {
    return state instanceof State.Active
        ? applied(with(next, state), changed("RENEWED", next.number(), next.writtenAt()))
        : refusedState("order-is-active", "The order is on hold; resume it first.");
  }

  private Decision<MedicationOrder, MedicationEvent> hold(HoldReason reason, Instant at) {
    return state instanceof State.Active
        ? applied(
            with(current, new State.OnHold(reason, at)), changed("HELD", current.number(), at))
        : refusedState("order-is-active", "The order is on hold already.");
  }

  private Decision<MedicationOrder, MedicationEvent> resume(Instant at) {
    return state instanceof State.OnHold
        ? applied(with(current, new State.Active()), changed("RESUMED", current.number(), at))
        : refusedState("order-is-on-hold", "The order is not on hold.");
  }

  private Decision<MedicationOrder, MedicationEvent> stop(
      StopReason reason, boolean tapered, Instant at) {
    if (needsTaper && !tapered && !reason.allowsAbruptEnd()) {
      return refused(
          "benzodiazepine-stops-by-taper",
          "Stopping at once risks seizures; the reason %s asks for a taper.".formatted(reason));
    }
    return applied(
        with(current, new State.Stopped(reason, at)),
        new MedicationStopped(id, patient, episode, drug.rxcui(), reason.name(), at));
  }

  /** The fact that others follow: a medicine was ordered, or its dose superseded. */
  public MedicationOrdered ordered() {
    return new MedicationOrdered(
        id,
        patient,
        episode,
        current.number(),
        drug.rxcui(),
        current.dosing().milligramsPerDay(),
        drug.schedule(),
        current.writtenAt());
  }

  private MedicationChanged changed(String change, int number, Instant at) {
    return new MedicationChanged(id, patient, episode, number, drug.rxcui(), change, at);
  }

  private MedicationOrder with(OrderVersion version, State next) {
    return new MedicationOrder(
        id,
        patient,
        episode,
        drug,
        version,
        declaredSecond,
        needsTaper,
        orderedBy,
        orderedAt,
        next);
  }

  @Override
  public String toString() {
    return "MedicationOrder[" + id + "]";
  }
}
