package org.daybridge.medication.adherence.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.medication.adherence.ObservedDoseQuery;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiObservedDoseQuery implements ObservedDoseQuery {
  /** A report whose order the caller may not see tells of its drug, so it is not shown either. */
  private static final String OBSERVED =
      "select r.*, r.labels | coalesce(o.labels, 0) as all_labels, o.rxcui, o.name, v.amount, v.unit,"
          + " v.route from adherence_report r"
          + " left join medication_order o on o.order_id = r.order_id"
          + " left join order_version v on v.order_id = o.order_id and v.number ="
          + " (select max(x.number) from order_version x where x.order_id = o.order_id"
          + " and x.starts_on <= r.covers_to)"
          + " where r.source = 'OBSERVED' and (r.order_id is null or o.order_id is not null)";

  private final Jdbi jdbi;

  JdbiObservedDoseQuery(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<ObservedDose> search(Criteria c) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        OBSERVED
                            + " and (:id::uuid is null or r.report_id = :id)"
                            + " and (:patient::uuid is null or r.patient_id = :patient)"
                            + " and (:order::uuid is null or r.order_id = :order)"
                            + " and (cardinality(:codes::text[]) = 0 or o.rxcui = any(:codes))"
                            + " and (:given::boolean is null or (r.taken <> 'NONE') = :given)"
                            + " and (:from::timestamptz is null"
                            + "   or (r.covers_to + 1)::timestamp at time zone 'UTC' > :from)"
                            + " and (:to::timestamptz is null"
                            + "   or r.covers_from::timestamp at time zone 'UTC' < :to)"
                            + " and (:after::uuid is null or r.report_id > :after)"
                            + " order by r.report_id limit :rows")
                    .bindByType("id", c.id(), UUID.class)
                    .bindByType(
                        "patient", c.patient() == null ? null : c.patient().value(), UUID.class)
                    .bindByType("order", c.order(), UUID.class)
                    .bindArray("codes", String.class, c.codes().toArray())
                    .bindByType("given", c.given(), Boolean.class)
                    .bindByType("from", c.from(), Instant.class)
                    .bindByType("to", c.to(), Instant.class)
                    .bindByType("after", c.after(), UUID.class)
                    .bind("rows", c.rows())
                    .map((row, _) -> read(row))
                    .list());
    found.forEach(d -> AuditTrail.read("MedicationAdministration", d.reportId(), d.patientId()));
    return found;
  }

  private static ObservedDose read(ResultSet row) throws SQLException {
    return new ObservedDose(
        row.getObject("report_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        row.getInt("all_labels"),
        row.getObject("order_id", UUID.class),
        row.getString("rxcui"),
        row.getString("name"),
        row.getObject("covers_from", LocalDate.class),
        row.getObject("covers_to", LocalDate.class),
        !row.getString("taken").equals("NONE"),
        row.getObject("doses_planned", Integer.class),
        row.getObject("doses_taken", Integer.class),
        List.of((String[]) row.getArray("barriers").getArray()),
        row.getBigDecimal("amount"),
        row.getString("unit"),
        row.getString("route"),
        row.getObject("reported_by", UUID.class),
        row.getObject("reported_at", OffsetDateTime.class).toInstant());
  }
}
