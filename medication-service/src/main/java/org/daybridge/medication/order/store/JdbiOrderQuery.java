package org.daybridge.medication.order.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.medication.order.OrderQuery;
import org.daybridge.medication.order.OrderView;
import org.daybridge.medication.order.OrderView.Lawful;
import org.daybridge.medication.order.OrderView.ShownAlert;
import org.daybridge.medication.order.OrderView.Version;
import org.daybridge.medication.patient.FollowedPatients;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiOrderQuery implements OrderQuery {
  private static final String ORDERS =
      "select o.order_id, o.patient_id, o.episode_id, o.version as row_version, o.rxcui, o.name, o.ingredient,"
          + " o.schedule, o.status, o.status_reason, o.status_changed_at, o.ordered_by, o.ordered_at, v.*,"
          + " g.ground, g.issued_on, g.rule_pack"
          + " from medication_order o join order_version v"
          + " on v.order_id = o.order_id and v.number = o.number"
          + " left join prescription_ground g on g.order_id = v.order_id and g.number = v.number";

  private final Jdbi jdbi;
  private final FollowedPatients patients;

  JdbiOrderQuery(Jdbi jdbi, FollowedPatients patients) {
    this.jdbi = jdbi;
    this.patients = patients;
  }

  @Override
  public OrderView view(OrderId id) {
    var view =
        jdbi.withHandle(
            handle -> {
              var alerts = alerts(handle, List.of(id.value()));
              return handle
                  .createQuery(ORDERS + " where o.order_id = :id")
                  .bind("id", id)
                  .map((row, _) -> read(row, alerts))
                  .findOne()
                  .orElseThrow(() -> new NotVisible("medication order", id.value()));
            });
    AuditTrail.read("MedicationRequest", view.orderId(), view.patientId());
    return view;
  }

  @Override
  public List<Version> versions(OrderId id) {
    view(id);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select v.*, g.ground, g.issued_on, g.rule_pack from order_version v"
                        + " left join prescription_ground g"
                        + " on g.order_id = v.order_id and g.number = v.number"
                        + " where v.order_id = :id order by v.number desc")
                .bind("id", id)
                .map((row, _) -> version(row))
                .list());
  }

  @Override
  public Page<OrderView> ofPatient(PatientId patient, @Nullable String status, PageRequest page) {
    patients.require(patient);
    var rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        ORDERS
                            + " where o.patient_id = :patient and (:status::text is null or o.status = :status)"
                            + " and (:after::uuid is null or o.order_id < :after)"
                            + " order by o.order_id desc limit :rows")
                    .bind("patient", patient)
                    .bindByType("status", status, String.class)
                    .bindByType("after", page.afterId(), UUID.class)
                    .bind("rows", page.rows())
                    .map((row, _) -> read(row, Map.of()))
                    .list());
    AuditTrail.read("MedicationRequest", patient.value(), patient.value());
    return Page.of(rows, page, view -> view.orderId().toString());
  }

  @Override
  public List<OrderView> search(Criteria c) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        ORDERS
                            + " where (:id::uuid is null or o.order_id = :id)"
                            + " and (:patient::uuid is null or o.patient_id = :patient)"
                            + " and (cardinality(:statuses::text[]) = 0 or o.status = any(:statuses))"
                            + " and (:from::timestamptz is null or v.written_at >= :from)"
                            + " and (:to::timestamptz is null or v.written_at < :to)"
                            + " and (:after::uuid is null or o.order_id > :after)"
                            + " order by o.order_id limit :rows")
                    .bindByType("id", c.id(), UUID.class)
                    .bindByType(
                        "patient", c.patient() == null ? null : c.patient().value(), UUID.class)
                    .bindArray("statuses", String.class, c.statuses().toArray())
                    .bindByType("from", c.authoredFrom(), Instant.class)
                    .bindByType("to", c.authoredTo(), Instant.class)
                    .bindByType("after", c.after(), UUID.class)
                    .bind("rows", c.rows())
                    .map((row, _) -> read(row, Map.of()))
                    .list());
    found.forEach(v -> AuditTrail.read("MedicationRequest", v.orderId(), v.patientId()));
    return found;
  }

  private static Map<UUID, List<ShownAlert>> alerts(Handle handle, List<UUID> orders) {
    record Of(UUID order, ShownAlert alert) {}
    return handle
        .createQuery(
            "select a.* from order_alert a join medication_order o"
                + " on o.order_id = a.order_id and o.number = a.number"
                + " where a.order_id = any(:orders) order by a.alert_id")
        .bindArray("orders", UUID.class, orders.toArray())
        .map((row, _) -> new Of(row.getObject("order_id", UUID.class), alert(row)))
        .list()
        .stream()
        .collect(groupingBy(Of::order, mapping(Of::alert, toList())));
  }

  private static ShownAlert alert(ResultSet row) throws SQLException {
    return new ShownAlert(
        row.getString("type"),
        row.getString("severity"),
        row.getString("rule_id"),
        List.of((String[]) row.getArray("drugs").getArray()),
        row.getString("message"),
        row.getString("action"),
        row.getString("evidence_status"),
        row.getString("override_reason"));
  }

  private static OrderView read(ResultSet row, Map<UUID, List<ShownAlert>> alerts)
      throws SQLException {
    var id = row.getObject("order_id", UUID.class);
    return new OrderView(
        id,
        row.getObject("patient_id", UUID.class),
        row.getObject("episode_id", UUID.class),
        row.getInt("labels"),
        row.getLong("row_version"),
        row.getString("rxcui"),
        row.getString("name"),
        row.getString("ingredient"),
        row.getString("schedule"),
        row.getString("status"),
        row.getString("status_reason"),
        instant(row, "status_changed_at"),
        row.getObject("ordered_by", UUID.class),
        instant(row, "ordered_at"),
        version(row),
        alerts.getOrDefault(id, List.of()));
  }

  private static Version version(ResultSet row) throws SQLException {
    var superseded = row.getObject("superseded_at", OffsetDateTime.class);
    return new Version(
        row.getInt("number"),
        row.getBigDecimal("amount"),
        row.getString("unit"),
        row.getBigDecimal("mg_per_day"),
        row.getInt("frequency"),
        row.getInt("period"),
        row.getString("period_unit"),
        List.of((String[]) row.getArray("times").getArray()),
        row.getBoolean("as_needed"),
        row.getString("route"),
        row.getString("form"),
        row.getString("indication_code"),
        row.getString("indication"),
        row.getString("target_symptom"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        row.getObject("supply_days", Integer.class),
        row.getBigDecimal("quantity"),
        row.getInt("refills"),
        row.getString("early_reason"),
        row.getString("encounter"),
        lawful(row),
        row.getObject("written_by", UUID.class),
        instant(row, "written_at"),
        superseded == null ? null : superseded.toInstant());
  }

  private static @Nullable Lawful lawful(ResultSet row) throws SQLException {
    var ground = row.getString("ground");
    return ground == null
        ? null
        : new Lawful(
            ground, row.getObject("issued_on", LocalDate.class), row.getString("rule_pack"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
