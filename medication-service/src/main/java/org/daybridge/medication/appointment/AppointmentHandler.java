package org.daybridge.medication.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.MedicationEvent.MedicationAppointmentRequested;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.medication.appointment.AppointmentRequest.Reason;
import org.daybridge.medication.patient.FollowedPatients;

/** Asks scheduling for an appointment by an event. */
@ApplicationScoped
public class AppointmentHandler {
  private final AppointmentRequests requests;
  private final FollowedPatients patients;
  private final Outbox outbox;
  private final Clock clock;

  AppointmentHandler(
      AppointmentRequests requests, FollowedPatients patients, Outbox outbox, Clock clock) {
    this.requests = requests;
    this.patients = patients;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public AppointmentRequest ask(PatientId id, Reason reason, LocalDate wantedBy) {
    var patient = patients.require(id);
    if (!patient.isInTreatment()) {
      throw RuleRefused.state("patient-is-in-treatment", "There is no open episode of care.");
    }
    if (wantedBy.isBefore(LocalDate.ofInstant(clock.instant(), patient.zone()))) {
      throw RuleRefused.rule("appointment-lies-ahead", "The day has passed.");
    }
    var request =
        new AppointmentRequest(
            Ids.next(), id, reason, wantedBy, Callers.current().principalId(), clock.instant());
    requests.add(request, patient.labels());
    outbox.append(
        new MedicationAppointmentRequested(
            new MedicationFactId(request.requestId()),
            id,
            reason.name(),
            wantedBy,
            request.requestedAt()),
        patient.labels());
    return request;
  }
}
