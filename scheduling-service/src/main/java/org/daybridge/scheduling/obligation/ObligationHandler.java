package org.daybridge.scheduling.obligation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.episode.Episodes;

/** Enters and shows a patient's obligations. */
@ApplicationScoped
public class ObligationHandler {
  private final Obligations obligations;
  private final Episodes episodes;
  private final DeskHandler desk;
  private final Clock clock;

  ObligationHandler(Obligations obligations, Episodes episodes, DeskHandler desk, Clock clock) {
    this.obligations = obligations;
    this.episodes = episodes;
    this.desk = desk;
    this.clock = clock;
  }

  @Transactional
  public List<Obligation> read(PatientId patient) {
    return desk.reaching(
        () -> {
          Episode known = known(patient);
          AuditTrail.read("Obligation", patient.value(), patient.value());
          return obligations.of(known.patient());
        });
  }

  @Transactional
  public List<Obligation> replace(PatientId patient, List<Obligation> week) {
    return desk.reaching(
        () -> {
          Episode known = known(patient);
          obligations.replace(patient, known.labels(), week, clock.instant());
          AuditTrail.updated("Obligation", patient.value(), patient.value());
          return obligations.of(patient);
        });
  }

  private Episode known(PatientId patient) {
    return episodes.newest(patient).orElseThrow(() -> new NotVisible("Patient", patient.value()));
  }
}
