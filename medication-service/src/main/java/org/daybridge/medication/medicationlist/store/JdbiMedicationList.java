package org.daybridge.medication.medicationlist.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.medicationlist.ListedMedication;
import org.daybridge.medication.medicationlist.ListedMedication.Source;
import org.daybridge.medication.medicationlist.ListedMedication.Status;
import org.daybridge.medication.medicationlist.MedicationList;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiMedicationList implements MedicationList {
  private static final String RESOURCE = "MedicationStatement";

  private final Jdbi jdbi;

  JdbiMedicationList(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public ListedMedication require(UUID id) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from listed_medication where medication_id = :id")
                    .bind("id", id)
                    .map((row, _) -> read(row))
                    .findOne()
                    .orElseThrow(() -> new NotVisible("medication", id)));
    AuditTrail.read(RESOURCE, id, found.patientId().value());
    return found;
  }

  @Override
  public List<ListedMedication> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from listed_medication where patient_id = :patient"
                            + " order by medication_id desc limit 500")
                    .bind("patient", patient)
                    .map((row, _) -> read(row))
                    .list());
    AuditTrail.read(RESOURCE, patient.value(), patient.value());
    return found;
  }

  @Override
  public boolean add(ListedMedication m) {
    int added =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into listed_medication (medication_id, organization_id, patient_id, labels,"
                            + " version, name, rxcui, ingredient, dose_mg_per_day, route, form, starts_on,"
                            + " ends_on, last_taken_on, source, dispensed_by, indication, status,"
                            + " reported_item_id, recorded_by, recorded_at) values (:id, :organization,"
                            + " :patient, :labels, 0, :name, :rxcui, :ingredient, :dose, :route, :form,"
                            + " :starts, :ends, :last, :source, :dispensedBy, :indication, :status, :item,"
                            + " :by, :at)"
                            + " on conflict on constraint reported_medication_is_taken_once do nothing")
                    .bind("id", m.medicationId())
                    .bind("organization", Callers.current().organizationId())
                    .bind("patient", m.patientId())
                    .bind("labels", m.labels())
                    .bindByType("name", m.name(), String.class)
                    .bindByType("rxcui", m.rxcui(), String.class)
                    .bindByType("ingredient", m.ingredient(), String.class)
                    .bindByType("dose", m.doseMgPerDay(), Double.class)
                    .bindByType("route", m.route(), String.class)
                    .bindByType("form", m.form(), String.class)
                    .bindByType("starts", m.startsOn(), LocalDate.class)
                    .bindByType("ends", m.endsOn(), LocalDate.class)
                    .bindByType("last", m.lastTakenOn(), LocalDate.class)
                    .bind("source", m.source().name())
                    .bindByType("dispensedBy", m.dispensedBy(), String.class)
                    .bindByType("indication", m.indication(), String.class)
                    .bind("status", m.status().name())
                    .bindByType("item", m.reportedItemId(), UUID.class)
                    .bind("by", m.recordedBy())
                    .bind("at", m.recordedAt())
                    .execute());
    AuditTrail.created(RESOURCE, m.medicationId(), m.patientId().value());
    return added > 0;
  }

  @Override
  public ListedMedication end(ListedMedication before, Status status, LocalDate on) {
    int changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update listed_medication set status = :status, ends_on = :on, version = version + 1"
                            + " where medication_id = :id and version = :version")
                    .bind("status", status.name())
                    .bind("on", on)
                    .bind("id", before.medicationId())
                    .bind("version", before.version())
                    .execute());
    if (changed == 0) {
      throw RuleRefused.state("changed-meanwhile", "The medication was changed meanwhile.");
    }
    AuditTrail.updated(RESOURCE, before.medicationId(), before.patientId().value());
    return require(before.medicationId());
  }

  private static ListedMedication read(ResultSet row) throws SQLException {
    var dose = row.getBigDecimal("dose_mg_per_day");
    return new ListedMedication(
        row.getObject("medication_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getInt("version"),
        row.getString("name"),
        row.getString("rxcui"),
        row.getString("ingredient"),
        dose == null ? null : dose.doubleValue(),
        row.getString("route"),
        row.getString("form"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getObject("last_taken_on", LocalDate.class),
        Source.valueOf(row.getString("source")),
        row.getString("dispensed_by"),
        row.getString("indication"),
        Status.valueOf(row.getString("status")),
        row.getObject("reported_item_id", UUID.class),
        row.getObject("recorded_by", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
