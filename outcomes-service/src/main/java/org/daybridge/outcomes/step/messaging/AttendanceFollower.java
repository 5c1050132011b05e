package org.daybridge.outcomes.step.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.kit.outbox.NotYetKnown;
import org.daybridge.outcomes.episode.Episodes;
import org.daybridge.outcomes.step.StepHandler;

/** Follows who came to a session and who did not. */
@ApplicationScoped
class AttendanceFollower implements Follower {
  private final StepHandler steps;
  private final Episodes episodes;

  AttendanceFollower(StepHandler steps, Episodes episodes) {
    this.steps = steps;
    this.episodes = episodes;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(SessionAttended.class, SessionMissed.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case SessionAttended attended -> {
        requireKnown(attended.patientId());
        steps.attended(attended);
      }
      case SessionMissed missed -> {
        requireKnown(missed.patientId());
        steps.missed(missed);
      }
      default -> throw new IllegalArgumentException(envelope.type() + " is not followed here");
    }
  }

  private void requireKnown(org.daybridge.contract.intake.PatientId patient) {
    if (episodes.latestOf(patient).isEmpty()) throw new NotYetKnown("Patient", patient.value());
  }
}
