package org.daybridge.records.continuedstay.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.outcomes.OutcomesEvent.MeasureRecorded;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.records.continuedstay.StayEvidence;

/** Keeps scores as evidence; outcomes owns and interprets them. */
@ApplicationScoped
class MeasureFollower implements Follower {

  private final StayEvidence evidence;

  MeasureFollower(StayEvidence evidence) {
    this.evidence = evidence;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(MeasureRecorded.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof MeasureRecorded measure) {
      evidence.measured(
          new StayEvidence.Point(
              measure.measureId().value(),
              measure.patientId(),
              Labels.mask(envelope.labels()),
              measure.instrument(),
              measure.instrumentVersion(),
              Optional.ofNullable(measure.total()),
              Optional.ofNullable(measure.severity()),
              Optional.ofNullable(measure.changeSinceBaseline()),
              measure.answeredAt()));
    }
  }
}
