package org.daybridge.medication.order.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.medication.order.OrderHandler;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.reconciliation.ReconciliationHandler;
import org.daybridge.medication.reconciliation.ReconciliationItem.Occasion;

/**
 * At a discharge every medication gets an item of the reconciliation, unless it was looked at
 * before; then no order stays open here without somebody who follows it.
 */
@ApplicationScoped
class DischargeFollower implements Follower {
  private final ReconciliationHandler reconciliation;
  private final OrderHandler orders;
  private final FollowedPatients patients;

  DischargeFollower(
      ReconciliationHandler reconciliation, OrderHandler orders, FollowedPatients patients) {
    this.reconciliation = reconciliation;
    this.orders = orders;
    this.patients = patients;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(PatientDischarged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof PatientDischarged discharged) {
      reconciliation.openAll(
          discharged.patientId(), discharged.episodeId().value(), Occasion.DISCHARGE);
      orders.endOf(discharged.episodeId(), discharged.dischargedAt());
      patients.discharged(
          discharged.patientId(), discharged.episodeId(), discharged.dischargedAt());
    }
  }
}
