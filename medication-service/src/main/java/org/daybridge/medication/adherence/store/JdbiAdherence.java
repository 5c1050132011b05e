package org.daybridge.medication.adherence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.adherence.Adherence;
import org.daybridge.medication.adherence.AdherenceConcern;
import org.daybridge.medication.adherence.AdherenceReport;
import org.daybridge.medication.adherence.AdherenceReport.Barrier;
import org.daybridge.medication.adherence.DaysCovered.Fill;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiAdherence implements Adherence {
  private static final String REPORT = "AdherenceReport";
  private static final String CONCERN = "AdherenceConcern";

  private final Jdbi jdbi;
  private final Clock clock;

  JdbiAdherence(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public void add(AdherenceReport r, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into adherence_report (report_id, organization_id, patient_id, labels, order_id,"
                        + " source, covers_from, covers_to, doses_planned, doses_taken, taken, barriers,"
                        + " reported_by, reported_at, received_at, after_stop) values (:id, :organization,"
                        + " :patient, :labels, :order, :source, :from, :to, :planned, :dosesTaken, :taken,"
                        + " :barriers, :by, :at, :received, :afterStop)")
                .bind("id", r.reportId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", r.patientId())
                .bind("labels", labels)
                .bindByType("order", r.orderId(), UUID.class)
                .bind("source", r.source().name())
                .bind("from", r.coversFrom())
                .bind("to", r.coversTo())
                .bindByType("planned", r.dosesPlanned(), Integer.class)
                .bindByType("dosesTaken", r.dosesTaken(), Integer.class)
                .bind("taken", r.taken().name())
                .bindArray(
                    "barriers", String.class, r.barriers().stream().map(Barrier::name).toArray())
                .bind("by", r.reportedBy())
                .bind("at", r.reportedAt())
                .bind("received", r.receivedAt())
                .bind("afterStop", r.afterStop())
                .execute());
    AuditTrail.created(REPORT, r.reportId(), r.patientId().value());
  }

  @Override
  public List<AdherenceReport> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from adherence_report where patient_id = :patient"
                            + " order by report_id desc limit 200")
                    .bind("patient", patient)
                    .map((row, _) -> AdherenceReportRow.read(row))
                    .list());
    AuditTrail.read(REPORT, patient.value(), patient.value());
    return found;
  }

  @Override
  public void add(AdherenceConcern c, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into adherence_concern (concern_id, organization_id, patient_id, labels, version,"
                        + " order_id, barrier, observation, raised_by, raised_at) values (:id, :organization,"
                        + " :patient, :labels, 0, :order, :barrier, :observation, :by, :at)")
                .bind("id", c.concernId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", c.patientId())
                .bind("labels", labels)
                .bindByType("order", c.orderId(), UUID.class)
                .bindByType(
                    "barrier", c.barrier() == null ? null : c.barrier().name(), String.class)
                .bind("observation", c.observation())
                .bind("by", c.raisedBy())
                .bind("at", c.raisedAt())
                .execute());
    AuditTrail.created(CONCERN, c.concernId(), c.patientId().value());
  }

  @Override
  public AdherenceConcern requireConcern(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from adherence_concern where concern_id = :id")
                .bind("id", id)
                .map((row, _) -> concern(row))
                .findOne()
                .orElseThrow(() -> new NotVisible("adherence concern", id)));
  }

  @Override
  public List<AdherenceConcern> openConcerns() {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from adherence_concern where answered_at is null and patient_id in"
                            + " (select g.patient_id from access_grant g where g.principal_id = :me"
                            + " and g.purpose = :purpose and g.valid_from <= :now"
                            + " and (g.valid_to is null or g.valid_to > :now))"
                            + " order by concern_id limit 200")
                    .bind("me", Callers.current().principalId())
                    .bind("purpose", Callers.current().purpose())
                    .bind("now", clock.instant())
                    .map((row, _) -> concern(row))
                    .list());
    found.forEach(c -> AuditTrail.read(CONCERN, c.concernId(), c.patientId().value()));
    return found;
  }

  @Override
  public AdherenceConcern answer(AdherenceConcern answered) {
    int changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update adherence_concern set answer = :answer, answered_by = :by,"
                            + " answered_at = :at, version = :version"
                            + " where concern_id = :id and version = :version - 1")
                    .bind("answer", answered.answer())
                    .bind("by", answered.answeredBy())
                    .bind("at", answered.answeredAt())
                    .bind("version", answered.version())
                    .bind("id", answered.concernId())
                    .execute());
    if (changed == 0) {
      throw RuleRefused.state("changed-meanwhile", "The concern was answered meanwhile.");
    }
    AuditTrail.updated(CONCERN, answered.concernId(), answered.patientId().value());
    return answered;
  }

  @Override
  public Map<String, List<Fill>> supplies(PatientId patient) {
    record Of(String drug, Fill fill) {}
    var fills =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select coalesce(o.ingredient, o.name) as drug, v.starts_on, v.supply_days"
                            + " from order_version v join medication_order o on o.order_id = v.order_id"
                            + " where o.patient_id = :patient and v.supply_days is not null"
                            + " and not v.as_needed and not exists"
                            + " (select 1 from medication_fill f where f.order_id = o.order_id)"
                            + " union all"
                            + " select coalesce(o.ingredient, o.name), f.filled_on, f.days"
                            + " from medication_fill f join medication_order o on o.order_id = f.order_id"
                            + " where o.patient_id = :patient")
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new Of(
                                row.getString("drug"),
                                new Fill(
                                    row.getObject("starts_on", LocalDate.class),
                                    row.getInt("supply_days"))))
                    .list());
    AuditTrail.read(REPORT, patient.value(), patient.value());
    var byDrug = new TreeMap<String, List<Fill>>();
    fills.forEach(f -> byDrug.computeIfAbsent(f.drug(), _ -> new ArrayList<>()).add(f.fill()));
    return byDrug;
  }

  @Override
  public Optional<LocalDate> endOf(PatientId patient, UUID order) {
    record Standing(boolean stopped, LocalDate since) {}
    var standing =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select status, (status_changed_at at time zone 'UTC')::date as since"
                            + " from medication_order where order_id = :order and patient_id = :patient")
                    .bind("order", order)
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new Standing(
                                row.getString("status").equals("STOPPED"),
                                row.getObject("since", LocalDate.class)))
                    .findOne()
                    .orElseThrow(() -> new NotVisible("medication order", order)));
    return standing.stopped() ? Optional.of(standing.since()) : Optional.empty();
  }

  private static AdherenceConcern concern(ResultSet row) throws SQLException {
    var barrier = row.getString("barrier");
    var answered = row.getObject("answered_at", OffsetDateTime.class);
    return new AdherenceConcern(
        row.getObject("concern_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("version"),
        row.getObject("order_id", UUID.class),
        barrier == null ? null : Barrier.valueOf(barrier),
        row.getString("observation"),
        row.getObject("raised_by", UUID.class),
        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
        row.getString("answer"),
        row.getObject("answered_by", UUID.class),
        answered == null ? null : answered.toInstant());
  }
}
