package org.daybridge.medication.response.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.outcomes.OutcomesEvent.MeasureRecorded;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.medication.response.OutcomeScore;
import org.daybridge.medication.response.OutcomeScores;

/** Follows every score that has a total; a correction without one takes back what it corrected. */
@ApplicationScoped
class ScoreFollower implements Follower {
  private final OutcomeScores scores;

  ScoreFollower(OutcomeScores scores) {
    this.scores = scores;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(MeasureRecorded.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (!(event instanceof MeasureRecorded recorded)) {
      throw new IllegalArgumentException("Not followed: " + envelope.type());
    }
    if (recorded.total() == null) {
      scores.withdraw(
          new OutcomeScores.OutcomeMoment(
              recorded.patientId(),
              recorded.instrument(),
              recorded.instrumentVersion(),
              recorded.answeredAt()),
          recorded.measureId().value(),
          Labels.mask(envelope.labels()));
    } else {
      scores.add(
          new OutcomeScore(
              recorded.measureId().value(),
              recorded.patientId(),
              Labels.mask(envelope.labels()),
              recorded.instrument(),
              recorded.instrumentVersion(),
              recorded.total(),
              recorded.severity(),
              recorded.answeredAt()));
    }
  }
}
