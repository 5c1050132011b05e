package org.daybridge.medication.monitoring.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.outcomes.OutcomesEvent.ResultRecorded;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.medication.monitoring.MonitoringHandler;
import org.daybridge.medication.monitoring.Result;

/** Follows every result, so that decisions here rest on what is known here. */
@ApplicationScoped
class ResultFollower implements Follower {
  private final MonitoringHandler monitoring;

  ResultFollower(MonitoringHandler monitoring) {
    this.monitoring = monitoring;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(ResultRecorded.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof ResultRecorded recorded) {
      monitoring.recorded(
          new Result(
              recorded.resultId().value(),
              recorded.patientId(),
              Labels.mask(envelope.labels()),
              recorded.testCode(),
              recorded.value(),
              recorded.unit(),
              LocalDate.ofInstant(recorded.observedAt(), ZoneOffset.UTC),
              recorded.observedAt()));
    }
  }
}
