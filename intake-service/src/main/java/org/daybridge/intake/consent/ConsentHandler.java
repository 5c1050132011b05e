package org.daybridge.intake.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.daybridge.contract.intake.ConsentId;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.patient.Patient;
import org.daybridge.intake.patient.Patients;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Records and revokes consents. */
@ApplicationScoped
@Transactional
public class ConsentHandler {
  private final Consents consents;
  private final Patients patients;
  private final Outbox outbox;
  private final Clock clock;

  ConsentHandler(Consents consents, Patients patients, Outbox outbox, Clock clock) {
    this.consents = consents;
    this.patients = patients;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Consent grant(
      PatientId patientId,
      Consent.Document document,
      Consent.Terms terms,
      Instant signedAt,
      @Nullable LocalDate expiresOn) {
    Patient patient = patients.require(patientId);
    Decision.Applied<Consent, IntakeEvent> applied =
        Consent.grant(
                new Consent(
                    new ConsentId(Ids.next()),
                    patientId,
                    document,
                    terms,
                    signedAt,
                    expiresOn,
                    null,
                    patient.labels(),
                    1),
                clock.instant())
            .orRefuse();
    consents.add(applied.next());
    applied.events().forEach(event -> outbox.append(event, patient.labels()));
    return applied.next();
  }

  public Consent revoke(ConsentId id) {
    Decision.Applied<Consent, IntakeEvent> applied =
        consents.require(id).revoke(clock.instant()).orRefuse();
    if (!applied.events().isEmpty()) {
      consents.save(applied.next());
    }
    applied.events().forEach(event -> outbox.append(event, applied.next().labels()));
    return applied.next();
  }
}
