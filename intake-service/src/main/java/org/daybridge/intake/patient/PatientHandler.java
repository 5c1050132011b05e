package org.daybridge.intake.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Corrects what is known of a person, and records a death. */
@ApplicationScoped
@Transactional
public class PatientHandler {
  private final Patients patients;
  private final Outbox outbox;
  private final Clock clock;

  PatientHandler(Patients patients, Outbox outbox, Clock clock) {
    this.patients = patients;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Corrects the details of the version that the caller read. */
  public Patient correct(
      PatientId id,
      @Nullable String ifMatch,
      Patient.Name name,
      LocalDate birthDate,
      Patient.Sex sex,
      Patient.Contact contact) {
    Patient patient = patients.require(id);
    ETags.require(ifMatch, patient.version());
    return keep(patient.correct(name, birthDate, sex, contact, LocalDate.now(clock)));
  }

  public Patient died(PatientId id, Instant at) {
    return keep(patients.require(id).died(at));
  }

  private Patient keep(Decision<Patient, IntakeEvent> decision) {
    Decision.Applied<Patient, IntakeEvent> applied = decision.orRefuse();
    patients.save(applied.next());
    applied.events().forEach(event -> outbox.append(event, applied.next().labels()));
    return patients.require(applied.next().id());
  }
}
