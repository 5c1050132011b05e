package org.daybridge.medication.transmission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.medication.MedicationEvent.PrescriptionHandedOver;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.medication.order.MedicationOrder;
import org.daybridge.medication.order.MedicationOrder.State;
import org.daybridge.medication.order.MedicationOrders;
import org.daybridge.medication.transmission.Transmission.Acknowledgement;
import org.daybridge.medication.transmission.Transmission.Outcome;
import org.jspecify.annotations.Nullable;

/** Hands an active order over by an event, once for each version, and takes the answer. */
@ApplicationScoped
public class TransmissionHandler {
  private final Transmissions transmissions;
  private final MedicationOrders orders;
  private final Outbox outbox;
  private final Clock clock;

  TransmissionHandler(
      Transmissions transmissions, MedicationOrders orders, Outbox outbox, Clock clock) {
    this.transmissions = transmissions;
    this.orders = orders;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public Transmission handOver(OrderId id, @Nullable String ifMatch) {
    var found = orders.require(id);
    ETags.require(ifMatch, found.version());
    var order = found.order();
    if (!(order.state() instanceof State.Active)) {
      throw RuleRefused.state("order-is-active", "Only an active order is handed over.");
    }
    int version = order.current().number();
    List<Transmission> earlier =
        transmissions.of(id).stream().filter(one -> one.orderVersion() == version).toList();
    if (!earlier.stream().allMatch(TransmissionHandler::isRejected)) {
      throw RuleRefused.state("handed-over-once", "This version was handed over already.");
    }
    var transmission =
        new Transmission(
            Ids.next(),
            id.value(),
            order.patient(),
            version,
            Callers.current().principalId(),
            clock.instant(),
            null);
    transmissions.add(transmission, earlier.size() + 1, found.labels());
    outbox.append(handedOver(order, transmission), found.labels());
    return transmission;
  }

  @Transactional
  public Transmission acknowledge(UUID id, Outcome outcome, @Nullable String reference) {
    var transmission = transmissions.require(id);
    transmissions.acknowledge(
        transmission, new Acknowledgement(outcome, reference, clock.instant()));
    return transmissions.require(id);
  }

  private static boolean isRejected(Transmission earlier) {
    return earlier.acknowledgement() != null
        && earlier.acknowledgement().outcome() == Outcome.REJECTED;
  }

  private static PrescriptionHandedOver handedOver(
      MedicationOrder order, Transmission transmission) {
    return new PrescriptionHandedOver(
        order.id(),
        order.patient(),
        order.episode(),
        transmission.orderVersion(),
        order.drug().rxcui(),
        order.drug().schedule(),
        transmission.handedOverAt());
  }
}
