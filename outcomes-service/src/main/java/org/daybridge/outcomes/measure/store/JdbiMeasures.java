package org.daybridge.outcomes.measure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.measure.Measure;
import org.daybridge.outcomes.measure.MeasureCriteria;
import org.daybridge.outcomes.measure.Measures;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiMeasures implements Measures {
  private static final String KIND = "Measure";

  private final Jdbi jdbi;
  private final MeasureColumns columns;

  JdbiMeasures(Jdbi jdbi, MeasureColumns columns) {
    this.jdbi = jdbi;
    this.columns = columns;
  }

  @Override
  public Optional<Measure> find(MeasureId id) {
    Optional<Measure> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from measure where measure_id = :id")
                    .bind("id", id)
                    .map((row, _) -> columns.read(row))
                    .findOne());
    found.ifPresent(one -> AuditTrail.read(KIND, one.id().value(), one.patient().value()));
    return found;
  }

  @Override
  public Measure require(MeasureId id) {
    return find(id).orElseThrow(() -> new NotVisible(KIND, id.value()));
  }

  @Override
  public void add(Measure measure) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into measure (measure_id, organization_id, patient_id, labels,"
                        + " episode_id, assignment_id, instrument, instrument_version, mode,"
                        + " status, answers, context, score, value, severity, risk_unknown,"
                        + " change_since_baseline, answered_at, received_at, author_id,"
                        + " author_kind, corrects, reason) values (:id, :org, :patient, :labels,"
                        + " :episode, :assignment, :instrument, :version, :mode, :status,"
                        + " cast(:answers as jsonb), cast(:context as jsonb), cast(:score as"
                        + " jsonb), :value, :severity, :riskUnknown, :change, :answeredAt,"
                        + " :receivedAt, :author, :authorKind, :corrects, :reason)")
                .bind("id", measure.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", measure.patient())
                .bind("labels", measure.labels())
                .bindByType("episode", uuid(measure.episode()), UUID.class)
                .bindByType("assignment", measure.assignment(), UUID.class)
                .bind("instrument", measure.instrument())
                .bind("version", measure.version())
                .bind("mode", measure.mode().name())
                .bind("status", measure.status().name())
                .bind("answers", columns.written(measure.sheet().answers()))
                .bind("context", columns.written(measure.sheet().context()))
                .bind("score", columns.written(measure.score()))
                .bindByType("value", measure.value(), BigDecimal.class)
                .bindByType("severity", measure.score().severity(), String.class)
                .bind("riskUnknown", measure.score().riskUnknown())
                .bindByType("change", measure.changeSinceBaseline(), BigDecimal.class)
                .bind("answeredAt", measure.answeredAt())
                .bind("receivedAt", measure.receivedAt())
                .bind("author", measure.author())
                .bind("authorKind", measure.authorKind())
                .bindByType("corrects", uuid(measure.corrects()), UUID.class)
                .bindByType("reason", measure.reason(), String.class)
                .execute());
    AuditTrail.created(KIND, measure.id().value(), measure.patient().value());
  }

  @Override
  public void markCorrected(MeasureId id, MeasureId by) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update measure set corrected_by = :by where measure_id = :id"
                        + " and corrected_by is null")
                .bind("by", by)
                .bind("id", id)
                .execute());
  }

  @Override
  public Optional<BigDecimal> firstValue(
      PatientId patient, String instrument, String version, Instant from, Instant to) {
    // Only the lower bound is asked for: the index then ends at the first row, however many follow.
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select value, answered_at from measure where patient_id = :patient"
                            + " and instrument = :instrument and instrument_version = :version"
                            + " and value is not null and corrected_by is null"
                            + " and status <> 'ENTERED_IN_ERROR' and answered_at >= :from"
                            + " order by answered_at, measure_id limit 1")
                    .bind("patient", patient)
                    .bind("instrument", instrument)
                    .bind("version", version)
                    .bind("from", from)
                    .map(
                        (row, _) ->
                            new Timed(
                                row.getBigDecimal("value"),
                                row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                    .findOne())
        .filter(first -> first.at().isBefore(to))
        .map(Timed::value);
  }

  private record Timed(BigDecimal value, Instant at) {}

  @Override
  public boolean answeredBefore(PatientId patient, String instrument, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from measure where patient_id = :patient"
                        + " and instrument = :instrument and answered_at < :at"
                        + " and status <> 'ENTERED_IN_ERROR')")
                .bind("patient", patient)
                .bind("instrument", instrument)
                .bind("at", at)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public List<Measure> page(
      PatientId patient, @Nullable String instrument, int rows, @Nullable UUID before) {
    List<Measure> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from measure where patient_id = :patient"
                            + " and (cast(:instrument as text) is null or instrument = :instrument)"
                            + " and (cast(:before as uuid) is null or measure_id < :before)"
                            + " order by measure_id desc limit :rows")
                    .bind("patient", patient)
                    .bindByType("instrument", instrument, String.class)
                    .bindByType("before", before, UUID.class)
                    .bind("rows", rows)
                    .map((row, _) -> columns.read(row))
                    .list());
    found.forEach(one -> AuditTrail.read(KIND, one.id().value(), one.patient().value()));
    return found;
  }

  @Override
  public List<Measure> search(MeasureCriteria asked) {
    List<Measure> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from measure where (cast(:id as uuid) is null or measure_id ="
                            + " :id) and (cast(:patient as uuid) is null or patient_id = :patient)"
                            + " and (cast(:instruments as text[]) is null or instrument ="
                            + " any(:instruments)) and (cast(:statuses as text[]) is null or case"
                            + " when corrected_by is not null or status = 'ENTERED_IN_ERROR' then"
                            + " 'ENTERED_IN_ERROR' when corrects is not null then 'AMENDED' else"
                            + " status end = any(:statuses)) and (cast(:from as timestamptz) is"
                            + " null or answered_at >= :from) and (cast(:to as timestamptz) is null"
                            + " or answered_at < :to) and (cast(:after as uuid) is null or"
                            + " measure_id > :after) order by measure_id limit :rows")
                    .bindByType("id", asked.id(), UUID.class)
                    .bindByType("patient", uuid(asked.patient()), UUID.class)
                    .bindByType("instruments", texts(asked.instruments()), String[].class)
                    .bindByType("statuses", names(asked.statuses()), String[].class)
                    .bindByType("from", asked.from(), Instant.class)
                    .bindByType("to", asked.to(), Instant.class)
                    .bindByType("after", asked.after(), UUID.class)
                    .bind("rows", asked.rows())
                    .map((row, _) -> columns.read(row))
                    .list());
    found.forEach(one -> AuditTrail.read(KIND, one.id().value(), one.patient().value()));
    return found;
  }

  private static String @Nullable [] texts(@Nullable List<String> texts) {
    return texts == null ? null : texts.toArray(String[]::new);
  }

  private static String @Nullable [] names(@Nullable List<MeasureCriteria.Shown> statuses) {
    return statuses == null ? null : statuses.stream().map(Enum::name).toArray(String[]::new);
  }

  private static @Nullable UUID uuid(org.daybridge.contract.@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
