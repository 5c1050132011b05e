package org.daybridge.scheduling.outreach.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertClosed;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertRaised;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.scheduling.outreach.Outreaches;

/** An open risk case makes an absence urgent and flags the person on rosters. */
@ApplicationScoped
class RiskFollower implements Follower {
  private final Outreaches outreaches;

  RiskFollower(Outreaches outreaches) {
    this.outreaches = outreaches;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(RiskAlertRaised.class, RiskAlertClosed.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case RiskAlertRaised raised ->
          outreaches.raised(
              raised.riskCaseId().value(),
              raised.patientId(),
              Labels.mask(envelope.labels()),
              raised.level(),
              raised.raisedAt());
      case RiskAlertClosed closed ->
          outreaches.riskClosed(closed.riskCaseId().value(), closed.closedAt());
      default -> throw new IllegalArgumentException(envelope.type() + " is not followed");
    }
  }
}
