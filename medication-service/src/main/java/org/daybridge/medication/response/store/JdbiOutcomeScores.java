package org.daybridge.medication.response.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.response.OutcomeScore;
import org.daybridge.medication.response.OutcomeScores;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiOutcomeScores implements OutcomeScores {
  private final Jdbi jdbi;

  JdbiOutcomeScores(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(OutcomeScore score) {
    add(
        score.measureId(),
        score.labels(),
        new OutcomeMoment(
            score.patientId(), score.instrument(), score.instrumentVersion(), score.answeredAt()),
        score.total(),
        score.severity());
  }

  private void add(
      UUID measure,
      int labels,
      OutcomeMoment moment,
      @Nullable BigDecimal total,
      @Nullable String severity) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into outcome_score (measure_id, organization_id, patient_id, labels,"
                        + " instrument, instrument_version, total, severity, answered_at) values"
                        + " (:id, :organization, :patient, :labels, :instrument, :version, :total,"
                        + " :severity, :at) on conflict (measure_id) do nothing")
                .bind("id", measure)
                .bind("organization", Callers.current().organizationId())
                .bind("patient", moment.patient())
                .bind("labels", labels)
                .bind("instrument", moment.instrument())
                .bind("version", moment.instrumentVersion())
                .bindByType("total", total, BigDecimal.class)
                .bindByType("severity", severity, String.class)
                .bind("at", moment.answeredAt())
                .execute());
  }

  @Override
  public void withdraw(OutcomeMoment moment, UUID later, int labels) {
    add(later, labels, moment, null, null);
  }

  /** A correction is a new measure for the same moment, and its id is the later one. */
  @Override
  public List<OutcomeScore> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from (select distinct on (instrument, instrument_version, answered_at) *"
                            + " from outcome_score where patient_id = :patient"
                            + " order by instrument, instrument_version, answered_at desc,"
                            + " measure_id desc limit 2000) s where total is not null"
                            + " order by answered_at, instrument")
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new OutcomeScore(
                                row.getObject("measure_id", UUID.class),
                                patient,
                                row.getInt("labels"),
                                row.getString("instrument"),
                                row.getString("instrument_version"),
                                row.getBigDecimal("total"),
                                row.getString("severity"),
                                row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                    .list());
    AuditTrail.read("OutcomeScore", patient.value(), patient.value());
    return found;
  }
}
