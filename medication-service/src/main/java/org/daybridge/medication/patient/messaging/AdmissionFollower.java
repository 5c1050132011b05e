package org.daybridge.medication.patient.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.IntakeEvent.PatientDetailsChanged;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.medication.patient.FollowedPatients;

/** Keeps the people: their age and sex for the rules, their episode for orders. */
@ApplicationScoped
class AdmissionFollower implements Follower {
  private final FollowedPatients patients;

  AdmissionFollower(FollowedPatients patients) {
    this.patients = patients;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(PatientAdmitted.class, PatientDetailsChanged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof PatientAdmitted admitted) {
      patients.admitted(
          new FollowedPatients.Admission(
              admitted.patientId(),
              admitted.episodeId(),
              admitted.birthDate(),
              admitted.sexCode(),
              admitted.admittedOn(),
              admitted.siteZone(),
              Labels.MENTAL | (admitted.population().isPart2() ? Labels.PART2 : Labels.NONE)));
    } else if (event instanceof PatientDetailsChanged changed) {
      patients.detailsChanged(
          changed.patientId(), changed.birthDate(), changed.sexCode(), changed.deceasedAt());
    }
  }
}
