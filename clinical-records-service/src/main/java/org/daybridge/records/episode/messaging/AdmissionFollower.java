package org.daybridge.records.episode.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.AssessmentCompleted;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.kit.outbox.NotYetKnown;
import org.daybridge.records.episode.AssessmentFact;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.episode.EpisodeHandler;
import org.daybridge.records.episode.Episodes;

/** Follows a patient from the assessment over admission to discharge. */
@ApplicationScoped
class AdmissionFollower implements Follower {

  private final EpisodeHandler handler;
  private final Episodes episodes;

  AdmissionFollower(EpisodeHandler handler, Episodes episodes) {
    this.handler = handler;
    this.episodes = episodes;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(AssessmentCompleted.class, PatientAdmitted.class, PatientDischarged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof AssessmentCompleted assessed) {
      episodes.assessed(
          new AssessmentFact(
              assessed.assessmentId().value(),
              assessed.patientId(),
              Labels.mask(envelope.labels()),
              assessed.kind().name(),
              assessed.completedAt()));
    } else if (event instanceof PatientAdmitted admitted) {
      handler.admitted(episode(admitted));
    } else if (event instanceof PatientDischarged discharged) {
      if (episodes.find(discharged.episodeId()).isEmpty()) {
        throw new NotYetKnown("episode", discharged.episodeId().value());
      }
      handler.discharged(discharged.episodeId(), discharged.dischargedAt());
    }
  }

  private static Episode episode(PatientAdmitted admitted) {
    var labels = Labels.MENTAL | (admitted.population().isPart2() ? Labels.PART2 : Labels.NONE);
    return new Episode(
        admitted.episodeId(),
        admitted.patientId(),
        labels,
        admitted.trackCode(),
        admitted.population().name(),
        admitted.levelOfCare().name(),
        ZoneId.of(admitted.siteZone()),
        admitted.admittedAt(),
        admitted.admittedOn(),
        admitted.primaryClinician(),
        Optional.empty());
  }
}
