package org.daybridge.records.safetyplan.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertRaised;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.records.safetyplan.RiskSignals;

/** A risk alert puts the safety plan on the worklist, whatever the plan's age. */
@ApplicationScoped
class RiskFollower implements Follower {

  private final RiskSignals signals;

  RiskFollower(RiskSignals signals) {
    this.signals = signals;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(RiskAlertRaised.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof RiskAlertRaised alert) {
      signals.raised(
          alert.riskCaseId().value(),
          alert.patientId(),
          Labels.mask(envelope.labels()),
          alert.level(),
          alert.raisedAt());
    }
  }
}
