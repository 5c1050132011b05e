package org.daybridge.scheduling.episode.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.IntakeEvent.StepChangeDecided;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.kit.outbox.NotYetKnown;
import org.daybridge.scheduling.enrollment.EnrollmentHandler;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.episode.Episodes;

/**
 * An admission gives the patient a seat in every session of the track; a discharge closes what is
 * still to come; a step change moves the band that the weeks are measured by.
 */
@ApplicationScoped
class AdmissionFollower implements Follower {
  private final Episodes episodes;
  private final EnrollmentHandler enrollments;

  AdmissionFollower(Episodes episodes, EnrollmentHandler enrollments) {
    this.episodes = episodes;
    this.enrollments = enrollments;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(PatientAdmitted.class, PatientDischarged.class, StepChangeDecided.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case PatientAdmitted admitted -> admit(admitted);
      case PatientDischarged discharged -> {
        Episode ended =
            episodes
                .find(discharged.episodeId())
                .orElseThrow(() -> new NotYetKnown("episode", discharged.episodeId().value()))
                .dischargedAt(discharged.dischargedAt());
        episodes.save(ended);
        enrollments.closeAfterDischarge(ended, discharged.dischargedAt());
      }
      case StepChangeDecided step ->
          episodes.save(
              episodes
                  .find(step.episodeId())
                  .orElseThrow(() -> new NotYetKnown("episode", step.episodeId().value()))
                  .steppedTo(step.to()));
      default -> throw new IllegalArgumentException(envelope.type() + " is not followed");
    }
  }

  private void admit(PatientAdmitted admitted) {
    int labels = admitted.population().isPart2() ? Labels.PART2 | Labels.MENTAL : Labels.MENTAL;
    var episode =
        new Episode(
            admitted.episodeId(),
            admitted.patientId(),
            labels,
            admitted.trackCode(),
            admitted.levelOfCare(),
            admitted.siteId(),
            ZoneId.of(admitted.siteZone()),
            admitted.birthDate(),
            admitted.primaryClinician(),
            admitted.admittedAt(),
            Optional.empty());
    episodes.add(episode);
    enrollments.enrollIntoTrack(episode);
  }
}
