package org.daybridge.medication.reconciliation.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.reconciliation.Reconciliation;
import org.daybridge.medication.reconciliation.ReconciliationItem;
import org.daybridge.medication.reconciliation.ReconciliationItem.Occasion;
import org.daybridge.medication.reconciliation.ReconciliationItem.Outcome;
import org.daybridge.medication.reconciliation.ReconciliationItem.SubjectKind;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiReconciliation implements Reconciliation {
  private static final String RESOURCE = "ReconciliationItem";

  private final Jdbi jdbi;

  JdbiReconciliation(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void open(ReconciliationItem item) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into reconciliation_item (item_id, organization_id, patient_id, labels, version,"
                        + " occasion, episode_id, subject_kind, subject_id, coded, decision, opened_at)"
                        + " values (:id, :organization, :patient, :labels, 0, :occasion, :episode, :kind,"
                        + " :subject, :coded, 'OPEN', :at)"
                        + " on conflict on constraint one_item_per_occasion_and_subject do nothing")
                .bind("id", item.itemId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", item.patientId())
                .bind("labels", item.labels())
                .bind("occasion", item.occasion().name())
                .bindByType("episode", item.episodeId(), UUID.class)
                .bind("kind", item.subjectKind().name())
                .bind("subject", item.subjectId())
                .bind("coded", item.coded())
                .bind("at", item.openedAt())
                .execute());
    AuditTrail.created(RESOURCE, item.itemId(), item.patientId().value());
  }

  @Override
  public int openAll(PatientId patient, UUID occurrence, Occasion occasion, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into reconciliation_item (item_id, organization_id, patient_id, labels, version,"
                        + " occasion, episode_id, subject_kind, subject_id, coded, decision, opened_at)"
                        + " select gen_random_uuid(), m.organization_id, m.patient_id, m.labels, 0, :occasion,"
                        + " :occurrence, m.kind, m.subject, m.coded, 'OPEN', :at from ("
                        + " select organization_id, patient_id, labels, 'LISTED_MEDICATION' as kind,"
                        + " medication_id as subject, rxcui is not null or ingredient is not null as coded"
                        + " from listed_medication where patient_id = :patient and status = 'ACTIVE'"
                        + " union all select organization_id, patient_id, labels, 'ORDER', order_id, true"
                        + " from medication_order where patient_id = :patient"
                        + " and status in ('ACTIVE', 'ON_HOLD')) m"
                        + " on conflict on constraint one_item_per_occasion_and_subject do nothing")
                .bind("occasion", occasion.name())
                .bind("occurrence", occurrence)
                .bind("at", at)
                .bind("patient", patient)
                .execute());
  }

  @Override
  public List<ReconciliationItem> of(PatientId patient, boolean openOnly) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from reconciliation_item where patient_id = :patient"
                            + " and (not :open or decision = 'OPEN') order by item_id limit 500")
                    .bind("patient", patient)
                    .bind("open", openOnly)
                    .map((row, _) -> read(row))
                    .list());
    AuditTrail.read(RESOURCE, patient.value(), patient.value());
    return found;
  }

  @Override
  public ReconciliationItem require(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from reconciliation_item where item_id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne()
                .orElseThrow(() -> new NotVisible("reconciliation item", id)));
  }

  @Override
  public boolean hasOpenBeside(ReconciliationItem item) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists(select 1 from reconciliation_item where patient_id = :patient"
                        + " and occasion = :occasion and episode_id is not distinct from :episode"
                        + " and decision = 'OPEN')")
                .bind("patient", item.patientId())
                .bind("occasion", item.occasion().name())
                .bindByType("episode", item.episodeId(), UUID.class)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public ReconciliationItem decide(
      ReconciliationItem before, Outcome outcome, @Nullable String reason, UUID by, Instant at) {
    int changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update reconciliation_item set decision = :decision, reason = :reason,"
                            + " decided_by = :by, decided_at = :at, version = version + 1"
                            + " where item_id = :id and version = :version and decision = 'OPEN'")
                    .bind("decision", outcome.name())
                    .bindByType("reason", reason, String.class)
                    .bind("by", by)
                    .bind("at", at)
                    .bind("id", before.itemId())
                    .bind("version", before.version())
                    .execute());
    if (changed == 0) {
      throw RuleRefused.state("item-is-open", "The item was decided meanwhile.");
    }
    AuditTrail.updated(RESOURCE, before.itemId(), before.patientId().value());
    return require(before.itemId());
  }

  private static ReconciliationItem read(ResultSet row) throws SQLException {
    var decided = row.getObject("decided_at", OffsetDateTime.class);
    return new ReconciliationItem(
        row.getObject("item_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getInt("version"),
        Occasion.valueOf(row.getString("occasion")),
        row.getObject("episode_id", UUID.class),
        SubjectKind.valueOf(row.getString("subject_kind")),
        row.getObject("subject_id", UUID.class),
        row.getBoolean("coded"),
        Outcome.valueOf(row.getString("decision")),
        row.getString("reason"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("decided_by", UUID.class),
        decided == null ? null : decided.toInstant());
  }
}
