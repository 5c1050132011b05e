package org.daybridge.medication.supply.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.supply.Fill;
import org.daybridge.medication.supply.Fill.Source;
import org.daybridge.medication.supply.Fills;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiFills implements Fills {
  private static final String RESOURCE = "MedicationFill";

  private final Jdbi jdbi;

  JdbiFills(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Fill fill, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into medication_fill (fill_id, organization_id, patient_id, labels, order_id,"
                        + " number, filled_on, days, quantity, source, beyond_refills, recorded_by,"
                        + " recorded_at) values (:id, :organization, :patient, :labels, :order, :number, :on,"
                        + " :days, :quantity, :source, :beyond, :by, :at)")
                .bind("id", fill.fillId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", fill.patientId())
                .bind("labels", labels)
                .bind("order", fill.orderId())
                .bind("number", fill.orderVersion())
                .bind("on", fill.filledOn())
                .bind("days", fill.days())
                .bindByType("quantity", fill.quantity(), BigDecimal.class)
                .bind("source", fill.source().name())
                .bind("beyond", fill.beyondRefills())
                .bind("by", fill.recordedBy())
                .bind("at", fill.recordedAt())
                .execute());
    AuditTrail.created(RESOURCE, fill.fillId(), fill.patientId().value());
  }

  @Override
  public List<Fill> of(UUID order) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from medication_fill where order_id = :order"
                            + " order by filled_on, fill_id limit 1000")
                    .bind("order", order)
                    .map((row, _) -> read(row))
                    .list());
    found.stream()
        .map(Fill::patientId)
        .distinct()
        .forEach(patient -> AuditTrail.read(RESOURCE, order, patient.value()));
    return found;
  }

  private static Fill read(ResultSet row) throws SQLException {
    return new Fill(
        row.getObject("fill_id", UUID.class),
        row.getObject("order_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("number"),
        row.getObject("filled_on", LocalDate.class),
        row.getInt("days"),
        row.getBigDecimal("quantity"),
        Source.valueOf(row.getString("source")),
        row.getBoolean("beyond_refills"),
        row.getObject("recorded_by", UUID.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }
}
