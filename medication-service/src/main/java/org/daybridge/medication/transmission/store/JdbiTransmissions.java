package org.daybridge.medication.transmission.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.transmission.Transmission;
import org.daybridge.medication.transmission.Transmission.Acknowledgement;
import org.daybridge.medication.transmission.Transmission.Outcome;
import org.daybridge.medication.transmission.Transmissions;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiTransmissions implements Transmissions {
  private static final String RESOURCE = "PrescriptionTransmission";
  private static final String ALL =
      "select t.*, a.outcome, a.partner_reference, a.acknowledged_at"
          + " from prescription_transmission t left join lateral (select * from"
          + " prescription_acknowledgement k where k.transmission_id = t.transmission_id"
          + " order by k.acknowledgement_id desc limit 1) a on true";

  private final Jdbi jdbi;

  JdbiTransmissions(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Transmission transmission, int attempt, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into prescription_transmission (transmission_id, organization_id, patient_id,"
                        + " labels, order_id, number, attempt, handed_over_by, handed_over_at) values (:id,"
                        + " :organization, :patient, :labels, :order, :number, :attempt, :by, :at)")
                .bind("id", transmission.transmissionId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", transmission.patientId())
                .bind("labels", labels)
                .bind("order", transmission.orderId())
                .bind("number", transmission.orderVersion())
                .bind("attempt", attempt)
                .bind("by", transmission.handedOverBy())
                .bind("at", transmission.handedOverAt())
                .execute());
    AuditTrail.created(RESOURCE, transmission.transmissionId(), transmission.patientId().value());
  }

  @Override
  public Transmission require(UUID id) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(ALL + " where t.transmission_id = :id")
                    .bind("id", id)
                    .map((row, _) -> read(row))
                    .findOne()
                    .orElseThrow(() -> new NotVisible("transmission", id)));
    AuditTrail.read(RESOURCE, id, found.patientId().value());
    return found;
  }

  @Override
  public List<Transmission> of(OrderId order) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        ALL
                            + " where t.order_id = :order order by t.transmission_id desc limit 200")
                    .bind("order", order)
                    .map((row, _) -> read(row))
                    .list());
    found.forEach(t -> AuditTrail.read(RESOURCE, t.transmissionId(), t.patientId().value()));
    return found;
  }

  @Override
  public void acknowledge(Transmission transmission, Acknowledgement said) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into prescription_acknowledgement (acknowledgement_id, organization_id,"
                        + " patient_id, labels, transmission_id, outcome, partner_reference,"
                        + " acknowledged_by, acknowledged_at) select :id, t.organization_id, t.patient_id,"
                        + " t.labels, t.transmission_id, :outcome, :reference, :by, :at"
                        + " from prescription_transmission t where t.transmission_id = :transmission")
                .bind("id", Ids.next())
                .bind("outcome", said.outcome().name())
                .bindByType("reference", said.partnerReference(), String.class)
                .bind("by", Callers.current().principalId())
                .bind("at", said.acknowledgedAt())
                .bind("transmission", transmission.transmissionId())
                .execute());
    AuditTrail.updated(RESOURCE, transmission.transmissionId(), transmission.patientId().value());
  }

  private static Transmission read(ResultSet row) throws SQLException {
    var outcome = row.getString("outcome");
    return new Transmission(
        row.getObject("transmission_id", UUID.class),
        row.getObject("order_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("number"),
        row.getObject("handed_over_by", UUID.class),
        row.getObject("handed_over_at", OffsetDateTime.class).toInstant(),
        outcome == null
            ? null
            : new Acknowledgement(
                Outcome.valueOf(outcome),
                row.getString("partner_reference"),
                row.getObject("acknowledged_at", OffsetDateTime.class).toInstant()));
  }
}
