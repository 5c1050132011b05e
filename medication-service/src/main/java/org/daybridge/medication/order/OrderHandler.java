package org.daybridge.medication.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.medication.monitoring.MonitoringWatchHandler;
import org.daybridge.medication.order.MedicationOrders.Checked;
import org.daybridge.medication.order.MedicationOrders.Versioned;
import org.daybridge.medication.order.NewOrder.Consent;
import org.daybridge.medication.patient.FollowedPatient;
import org.daybridge.medication.patient.FollowedPatients;
import org.jspecify.annotations.Nullable;

/** Places and changes orders. Whatever gives a new dose passes the same checks. */
@ApplicationScoped
public class OrderHandler {
  private final MedicationOrders orders;
  private final FollowedPatients patients;
  private final OrderChecksHandler checks;
  private final MonitoringWatchHandler watch;
  private final Outbox outbox;
  private final Clock clock;

  OrderHandler(
      MedicationOrders orders,
      FollowedPatients patients,
      OrderChecksHandler checks,
      MonitoringWatchHandler watch,
      Outbox outbox,
      Clock clock) {
    this.orders = orders;
    this.patients = patients;
    this.checks = checks;
    this.watch = watch;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** An order as it now stands, with the version of its row. */
  public record Placed(MedicationOrder order, long version, Checked checked) {}

  @Transactional
  public Placed place(NewOrder asked) {
    var patient = patients.require(asked.patient());
    if (!patient.isInTreatment()) {
      throw RuleRefused.state("patient-is-in-treatment", "There is no open episode of care.");
    }
    var drug = checks.drug(asked.rxcui(), asked.name(), today(patient));
    if (!asked.declaredSecond() && orders.hasOpen(patient.id(), drug.rxcui())) {
      throw RuleRefused.state("one-active-order-per-drug", "Titrate the order that stands.");
    }
    var version = asked.dose().as(1, today(patient), clock.instant());
    var checked = checks.pass(patient, drug, version, asked.consent(), null, today(patient));
    var order =
        new MedicationOrder(
            asked.id(),
            patient.id(),
            patient.episode(),
            drug,
            version,
            asked.declaredSecond(),
            checks.needsTaper(drug, today(patient)),
            version.writtenBy(),
            version.writtenAt(),
            new MedicationOrder.State.Active());
    int labels = checks.labels(patient, drug, today(patient));
    orders.add(order, labels, checked);
    outbox.append(order.ordered(), labels);
    watch.changed(order.patient());
    return new Placed(order, 0, checked);
  }

  @Transactional
  public Placed titrate(OrderId id, @Nullable String ifMatch, NewDose asked, Consent consent) {
    var before = required(id, ifMatch);
    var patient = patients.require(before.order().patient());
    var next = asked.as(before.order().current().number() + 1, today(patient), clock.instant());
    var decision = before.order().decide(new OrderCommand.Titrate(next)).orRefuse();
    var checked =
        checks.pass(patient, before.order().drug(), next, consent, before, today(patient));
    long version = orders.save(before, decision.next());
    orders.remember(decision.next(), before.labels(), checked);
    outbox.appendAll(decision.events(), before.labels());
    watch.changed(before.order().patient());
    return new Placed(decision.next(), version, checked);
  }

  /** The same dose with a new supply: it runs through every check again. */
  @Transactional
  public Placed renew(OrderId id, @Nullable String ifMatch, Renewal asked, Consent consent) {
    var before = required(id, ifMatch);
    var patient = patients.require(before.order().patient());
    var next = asked.of(before.order().current(), today(patient), clock.instant());
    var decision = before.order().decide(new OrderCommand.Renew(next)).orRefuse();
    var checked =
        checks.pass(patient, before.order().drug(), next, consent, before, today(patient));
    long version = orders.save(before, decision.next());
    orders.remember(decision.next(), before.labels(), checked);
    outbox.appendAll(decision.events(), before.labels());
    watch.changed(before.order().patient());
    return new Placed(decision.next(), version, checked);
  }

  /** Hold, resume, stop. */
  @Transactional
  public Placed handle(OrderId id, @Nullable String ifMatch, OrderCommand command) {
    var before = required(id, ifMatch);
    if (command instanceof OrderCommand.Resume) {
      checks.mayGoOn(patients.require(before.order().patient()), before.order().drug());
    }
    return apply(before, command);
  }

  /** At the end of an episode its orders end too; what goes on is the next prescriber's. */
  @Transactional
  public void endOf(EpisodeId episode, Instant at) {
    for (var open : orders.openOf(episode)) {
      apply(open, new OrderCommand.Stop(StopReason.DISCHARGED, true, at));
    }
  }

  private Placed apply(Versioned before, OrderCommand command) {
    var decision = before.order().decide(command).orRefuse();
    long version = orders.save(before, decision.next());
    outbox.appendAll(decision.events(), before.labels());
    watch.changed(before.order().patient());
    return new Placed(decision.next(), version, new Checked(List.of(), List.of(), "", null));
  }

  private Versioned required(OrderId id, @Nullable String ifMatch) {
    var before = orders.require(id);
    ETags.require(ifMatch, before.version());
    return before;
  }

  private LocalDate today(FollowedPatient patient) {
    return LocalDate.ofInstant(clock.instant(), patient.zone());
  }
}
