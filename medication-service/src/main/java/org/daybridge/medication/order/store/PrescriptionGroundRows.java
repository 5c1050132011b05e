package org.daybridge.medication.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.order.MedicationOrder;
import org.daybridge.medication.order.MedicationOrders.Checked;
import org.daybridge.medication.order.TelehealthLaw.Ground;
import org.jdbi.v3.core.Jdbi;

/** On what ground controlled substances were prescribed: only added to. */
@ApplicationScoped
class PrescriptionGroundRows {
  private final Jdbi jdbi;

  PrescriptionGroundRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(MedicationOrder order, int labels, Checked checked) {
    var lawful = checked.lawful();
    if (lawful == null) {
      return;
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into prescription_ground (order_id, number, organization_id, patient_id,"
                        + " labels, rxcui, ground, issued_by, issued_on, rule_pack) values (:order,"
                        + " :number, :organization, :patient, :labels, :rxcui, :ground, :by, :on, :pack)")
                .bind("order", order.id())
                .bind("number", order.current().number())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", order.patient())
                .bind("labels", labels)
                .bind("rxcui", order.drug().rxcui())
                .bind("ground", lawful.ground().name())
                .bind("by", order.current().writtenBy())
                .bind("on", lawful.issuedOn())
                .bind("pack", lawful.rulePack())
                .execute());
  }

  Optional<LocalDate> firstIssued(PatientId patient, String rxcui, UUID prescriber, Ground ground) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select issued_on from prescription_ground where patient_id = :patient"
                        + " and rxcui = :rxcui and issued_by = :by and ground = :ground"
                        + " order by issued_on limit 1")
                .bind("patient", patient)
                .bind("rxcui", rxcui)
                .bind("by", prescriber)
                .bind("ground", ground.name())
                .mapTo(LocalDate.class)
                .findOne());
  }
}
