package org.daybridge.medication.allergy.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.allergy.Allergies;
import org.daybridge.medication.allergy.Allergy;
import org.daybridge.medication.allergy.Allergy.Category;
import org.daybridge.medication.allergy.Allergy.Criticality;
import org.daybridge.medication.allergy.Allergy.Kind;
import org.daybridge.medication.allergy.Allergy.Source;
import org.daybridge.medication.allergy.Allergy.Status;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiAllergies implements Allergies {
  private static final String RESOURCE = "AllergyIntolerance";

  private final Jdbi jdbi;

  JdbiAllergies(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Allergy require(UUID id) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from allergy where allergy_id = :id")
                    .bind("id", id)
                    .map((row, _) -> read(row))
                    .findOne()
                    .orElseThrow(() -> new NotVisible("allergy", id)));
    AuditTrail.read(RESOURCE, id, found.patientId().value());
    return found;
  }

  @Override
  public List<Allergy> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from allergy where patient_id = :patient order by allergy_id desc limit 500")
                    .bind("patient", patient)
                    .map((row, _) -> read(row))
                    .list());
    AuditTrail.read(RESOURCE, patient.value(), patient.value());
    return found;
  }

  @Override
  public void add(Allergy a) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into allergy (allergy_id, organization_id, patient_id, labels, version, substance,"
                        + " code_system, code, category, kind, criticality, reaction, status, source,"
                        + " reported_item_id, recorded_by, recorded_at) values (:id, :organization, :patient,"
                        + " :labels, 0, :substance, :system, :code, :category, :kind, :criticality, :reaction,"
                        + " :status, :source, :item, :by, :at)"
                        + " on conflict on constraint reported_allergy_is_taken_once do nothing")
                .bind("id", a.allergyId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", a.patientId())
                .bind("labels", a.labels())
                .bindByType("substance", a.substance(), String.class)
                .bindByType("system", a.codeSystem(), String.class)
                .bindByType("code", a.code(), String.class)
                .bind("category", a.category().name())
                .bind("kind", a.kind().name())
                .bindByType(
                    "criticality",
                    a.criticality() == null ? null : a.criticality().name(),
                    String.class)
                .bindByType("reaction", a.reaction(), String.class)
                .bind("status", a.status().name())
                .bind("source", a.source().name())
                .bindByType("item", a.reportedItemId(), UUID.class)
                .bind("by", a.recordedBy())
                .bind("at", a.recordedAt())
                .execute());
    AuditTrail.created(RESOURCE, a.allergyId(), a.patientId().value());
  }

  @Override
  public Allergy change(Allergy before, Status next) {
    int changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update allergy set status = :status, version = version + 1"
                            + " where allergy_id = :id and version = :version")
                    .bind("status", next.name())
                    .bind("id", before.allergyId())
                    .bind("version", before.version())
                    .execute());
    if (changed == 0) {
      throw RuleRefused.state("changed-meanwhile", "The allergy was changed meanwhile.");
    }
    AuditTrail.updated(RESOURCE, before.allergyId(), before.patientId().value());
    return require(before.allergyId());
  }

  private static Allergy read(ResultSet row) throws SQLException {
    var criticality = row.getString("criticality");
    return new Allergy(
        row.getObject("allergy_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getInt("version"),
        row.getString("substance"),
        row.getString("code_system"),
        row.getString("code"),
        Category.valueOf(row.getString("category")),
        Kind.valueOf(row.getString("kind")),
        criticality == null ? null : Criticality.valueOf(criticality),
        row.getString("reaction"),
        Status.valueOf(row.getString("status")),
        Source.valueOf(row.getString("source")),
        row.getObject("reported_item_id", UUID.class),
        row.getObject("recorded_by", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
