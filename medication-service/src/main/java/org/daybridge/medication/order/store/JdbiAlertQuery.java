package org.daybridge.medication.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.medication.order.AlertQuery;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiAlertQuery implements AlertQuery {
  private static final String RESOURCE = "DetectedIssue";

  private final Jdbi jdbi;

  JdbiAlertQuery(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Shown> find(UUID alertId) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from order_alert where alert_id = :id")
                    .bind("id", alertId)
                    .map((row, _) -> read(row))
                    .findOne());
    found.ifPresent(shown -> AuditTrail.read(RESOURCE, alertId, shown.patientId()));
    return found;
  }

  @Override
  public List<Shown> of(PatientId patient, @Nullable UUID after, int rows) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from order_alert where patient_id = :patient"
                            + " and (:after::uuid is null or alert_id > :after)"
                            + " order by alert_id limit :rows")
                    .bind("patient", patient)
                    .bindByType("after", after, UUID.class)
                    .bind("rows", rows)
                    .map((row, _) -> read(row))
                    .list());
    AuditTrail.read(RESOURCE, patient.value(), patient.value());
    return found;
  }

  private static Shown read(ResultSet row) throws SQLException {
    return new Shown(
        row.getObject("alert_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        row.getInt("labels"),
        row.getObject("order_id", UUID.class),
        row.getString("type"),
        row.getString("severity"),
        row.getString("rule_id"),
        row.getString("message"),
        row.getString("action"),
        row.getString("override_reason"),
        row.getObject("shown_to", UUID.class),
        row.getObject("shown_at", OffsetDateTime.class).toInstant());
  }
}
