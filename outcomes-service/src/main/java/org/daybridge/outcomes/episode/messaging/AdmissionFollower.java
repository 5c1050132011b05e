package org.daybridge.outcomes.episode.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.IntakeEvent.PatientDetailsChanged;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.IntakeEvent.StepChangeDecided;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.kit.outbox.NotYetKnown;
import org.daybridge.outcomes.episode.AdmissionHandler;
import org.daybridge.outcomes.episode.Episodes;

/** Follows episodes and staff. */
@ApplicationScoped
class AdmissionFollower implements Follower {
  private final AdmissionHandler admissions;
  private final Episodes episodes;

  AdmissionFollower(AdmissionHandler admissions, Episodes episodes) {
    this.admissions = admissions;
    this.episodes = episodes;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(
        PatientAdmitted.class,
        PatientDischarged.class,
        PatientDetailsChanged.class,
        StepChangeDecided.class,
        StaffRegistered.class,
        StaffChanged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case PatientAdmitted admitted -> admissions.admit(admitted);
      case PatientDischarged discharged -> {
        requireKnown(discharged.episodeId());
        admissions.discharge(discharged);
      }
      case StepChangeDecided change -> {
        requireKnown(change.episodeId());
        admissions.changeLevel(change);
      }
      case PatientDetailsChanged changed -> admissions.changeDetails(changed);
      case StaffRegistered staff ->
          episodes.staff(staff.staffId().value(), staff.roles(), staff.active());
      case StaffChanged staff ->
          episodes.staff(staff.staffId().value(), staff.roles(), staff.active());
      default -> throw new IllegalArgumentException(envelope.type() + " is not followed here");
    }
  }

  private void requireKnown(EpisodeId episode) {
    if (episodes.find(episode).isEmpty()) throw new NotYetKnown("Episode", episode.value());
  }
}
