package org.daybridge.medication.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.medication.MedicationEvent.SupplyGapFound;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.kit.timer.Timers;
import org.daybridge.medication.order.MedicationOrder;
import org.daybridge.medication.order.MedicationOrder.State;
import org.daybridge.medication.order.MedicationOrders;
import org.daybridge.medication.order.MedicationOrders.Versioned;
import org.daybridge.medication.patient.FollowedPatients;
import org.jspecify.annotations.Nullable;

/** Keeps fills, and notices when the supply of an active order ended without another. */
@ApplicationScoped
public class SupplyHandler {
  static final String SUPPLY_ENDS = "medication-supply-ends";

  private final Fills fills;
  private final MedicationOrders orders;
  private final FollowedPatients patients;
  private final RulePacks rulePacks;
  private final Timers timers;
  private final Outbox outbox;
  private final Clock clock;

  SupplyHandler(
      Fills fills,
      MedicationOrders orders,
      FollowedPatients patients,
      RulePacks rulePacks,
      Timers timers,
      Outbox outbox,
      Clock clock) {
    this.fills = fills;
    this.orders = orders;
    this.patients = patients;
    this.rulePacks = rulePacks;
    this.timers = timers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A supply as somebody tells of it. */
  public record Told(
      LocalDate filledOn, int days, @Nullable BigDecimal quantity, Fill.Source source) {}

  @Transactional
  public SupplyLedger filled(OrderId id, Told told) {
    var order = orders.require(id);
    var today = today(order);
    if (told.filledOn().isAfter(today)) {
      throw RuleRefused.rule("report-is-not-in-the-future", "The fill lies in the future.");
    }
    var before = ledger(order, today);
    fills.add(
        new Fill(
            Ids.next(),
            id.value(),
            order.order().patient(),
            order.order().current().number(),
            told.filledOn(),
            told.days(),
            told.quantity(),
            told.source(),
            before.fillsLeft() == 0,
            Callers.current().principalId(),
            clock.instant()),
        order.labels());
    var after = ledger(order, today);
    watch(order, after);
    return after;
  }

  public SupplyLedger ledger(OrderId id) {
    var order = orders.require(id);
    return ledger(order, today(order));
  }

  /** The days of grace are over: without another fill the gap is announced. */
  @Transactional
  void graceIsOver(UUID id) {
    var order = orders.require(new OrderId(id));
    var ledger = ledger(order, today(order));
    if (!isTaken(order.order()) || ledger.suppliedTo() == null) {
      return;
    }
    if (ledger.suppliedTo().plusDays(grace(order)).isBefore(today(order))) {
      outbox.append(
          new SupplyGapFound(
              order.order().id(),
              order.order().patient(),
              order.order().drug().rxcui(),
              ledger.suppliedTo(),
              clock.instant()),
          order.labels());
    } else {
      watch(order, ledger);
    }
  }

  private void watch(Versioned order, SupplyLedger ledger) {
    if (ledger.suppliedTo() != null) {
      var zone = patients.require(order.order().patient()).zone();
      timers.schedule(
          SUPPLY_ENDS,
          order.order().id().value(),
          ledger.suppliedTo().plusDays(grace(order) + 1L).atStartOfDay(zone).toInstant(),
          null);
    }
  }

  private SupplyLedger ledger(Versioned order, LocalDate today) {
    var current = order.order().current();
    return SupplyLedger.of(
        fills.of(order.order().id().value()), current.number(), current.supply().refills(), today);
  }

  private static boolean isTaken(MedicationOrder order) {
    return order.state() instanceof State.Active && !order.current().dosing().asNeeded();
  }

  private int grace(Versioned order) {
    return rulePacks.on(today(order)).number("supply-gap-grace-days");
  }

  private LocalDate today(Versioned order) {
    return LocalDate.ofInstant(clock.instant(), patients.require(order.order().patient()).zone());
  }
}
