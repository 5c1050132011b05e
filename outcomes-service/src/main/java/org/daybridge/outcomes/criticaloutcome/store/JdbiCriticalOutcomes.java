package org.daybridge.outcomes.criticaloutcome.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcome;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcome.Kind;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcome.Source;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcomes;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiCriticalOutcomes implements CriticalOutcomes {
  private static final String KIND = "CriticalOutcome";

  private final Jdbi jdbi;

  JdbiCriticalOutcomes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<CriticalOutcome> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from critical_outcome where critical_outcome_id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne());
  }

  @Override
  public void add(CriticalOutcome outcome) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into critical_outcome (critical_outcome_id, organization_id,"
                        + " patient_id, labels, episode_id, kind, occurred_on, before_admission,"
                        + " source, determined_by, recorded_at) values (:id, :org, :patient,"
                        + " :labels, :episode, :kind, :occurredOn, :before, :source, :by, :at)")
                .bind("id", outcome.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", outcome.patient())
                .bind("labels", outcome.labels())
                .bind("episode", outcome.episode())
                .bind("kind", outcome.kind().name())
                .bind("occurredOn", outcome.occurredOn())
                .bind("before", outcome.beforeAdmission())
                .bind("source", outcome.source().name())
                .bind("by", outcome.determinedBy())
                .bind("at", outcome.recordedAt())
                .execute());
    AuditTrail.created(KIND, outcome.id(), outcome.patient().value());
  }

  @Override
  public List<CriticalOutcome> of(PatientId patient, int rows, @Nullable UUID before) {
    List<CriticalOutcome> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from critical_outcome where patient_id = :patient and"
                            + " (cast(:before as uuid) is null or critical_outcome_id < :before)"
                            + " order by critical_outcome_id desc limit :rows")
                    .bind("patient", patient)
                    .bindByType("before", before, UUID.class)
                    .bind("rows", rows)
                    .map((row, _) -> read(row))
                    .list());
    found.forEach(one -> AuditTrail.read(KIND, one.id(), one.patient().value()));
    return found;
  }

  private static CriticalOutcome read(ResultSet row) throws SQLException {
    return new CriticalOutcome(
        row.getObject("critical_outcome_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        row.getInt("labels"),
        Kind.valueOf(row.getString("kind")),
        row.getObject("occurred_on", LocalDate.class),
        row.getBoolean("before_admission"),
        Source.valueOf(row.getString("source")),
        row.getObject("determined_by", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
