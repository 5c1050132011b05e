package org.daybridge.medication.reconciliation.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.StepChangeDecided;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.medication.reconciliation.ReconciliationHandler;
import org.daybridge.medication.reconciliation.ReconciliationItem.Occasion;

/** A change of the level of care asks for a look at every medication. */
@ApplicationScoped
class TransitionFollower implements Follower {
  private final ReconciliationHandler reconciliation;

  TransitionFollower(ReconciliationHandler reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(StepChangeDecided.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof StepChangeDecided decided) {
      reconciliation.openAll(decided.patientId(), decided.decisionId().value(), Occasion.TRANSFER);
    }
  }
}
