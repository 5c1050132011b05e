package org.daybridge.scheduling.appointmentrequest.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.medication.MedicationEvent.MedicationAppointmentRequested;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.scheduling.appointmentrequest.AppointmentRequest;
import org.daybridge.scheduling.appointmentrequest.AppointmentRequests;

/** A prescriber asks; after a discharge nobody has to look for a time any more. */
@ApplicationScoped
class RequestFollower implements Follower {
  private final AppointmentRequests requests;

  RequestFollower(AppointmentRequests requests) {
    this.requests = requests;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(MedicationAppointmentRequested.class, PatientDischarged.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case MedicationAppointmentRequested asked ->
          requests.add(
              new AppointmentRequest(
                  asked.requestId().value(),
                  asked.patientId(),
                  Labels.mask(envelope.labels()),
                  asked.reason(),
                  asked.wantedBy(),
                  asked.requestedAt(),
                  Optional.empty()));
      case PatientDischarged discharged ->
          requests.discharge(discharged.patientId(), discharged.dischargedAt());
      default -> throw new IllegalArgumentException(envelope.type() + " is not followed");
    }
  }
}
