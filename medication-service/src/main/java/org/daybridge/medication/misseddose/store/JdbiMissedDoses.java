package org.daybridge.medication.misseddose.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.adherence.AdherenceReport;
import org.daybridge.medication.adherence.store.AdherenceReportRow;
import org.daybridge.medication.misseddose.MissedDosePattern;
import org.daybridge.medication.misseddose.MissedDoses;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiMissedDoses implements MissedDoses {
  private final Jdbi jdbi;

  JdbiMissedDoses(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A report whose order the caller may not see tells of its drug, so it does not count. */
  @Override
  public List<AdherenceReport> reports(PatientId patient, LocalDate from, LocalDate to) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select r.* from adherence_report r where r.patient_id = :patient"
                            + " and r.covers_to >= :from and r.covers_from <= :to"
                            + " and (r.order_id is null or exists (select 1 from medication_order o"
                            + " where o.order_id = r.order_id))"
                            + " order by r.covers_from, r.report_id limit 2000")
                    .bind("patient", patient)
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, _) -> AdherenceReportRow.read(row))
                    .list());
    AuditTrail.read("AdherenceReport", patient.value(), patient.value());
    return found;
  }

  @Override
  public Map<UUID, Regimen> regimens(Set<UUID> orders, ZoneId zone) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select o.order_id, coalesce(o.ingredient, o.name) as drug, o.labels,"
                        + " v.as_needed, case when o.status = 'ON_HOLD'"
                        + " then (o.status_changed_at at time zone :zone)::date end as held_since"
                        + " from medication_order o join order_version v"
                        + " on v.order_id = o.order_id and v.number = o.number"
                        + " where o.order_id = any(:orders)")
                .bindArray("orders", UUID.class, orders.toArray())
                .bind("zone", zone.getId())
                .map(
                    (row, _) ->
                        new Regimen(
                            row.getObject("order_id", UUID.class),
                            row.getString("drug"),
                            row.getInt("labels"),
                            row.getBoolean("as_needed"),
                            row.getObject("held_since", LocalDate.class)))
                .collect(Collectors.toMap(Regimen::orderId, Function.identity())));
  }

  @Override
  public boolean tell(
      UUID id,
      PatientId patient,
      int labels,
      @Nullable UUID order,
      MissedDosePattern pattern,
      Instant at) {
    return jdbi.withHandle(
        handle -> {
          handle.execute(
              "select pg_advisory_xact_lock(hashtextextended('missed-doses-' || ?, 0))",
              patient.value().toString());
          int known =
              handle
                  .createUpdate(
                      "update missed_dose_pattern set last_on = greatest(last_on, :to)"
                          + " where patient_id = :patient and order_id is not distinct from :order"
                          + " and rule_id = :rule and last_on >= :from")
                  .bind("to", pattern.to())
                  .bind("patient", patient)
                  .bindByType("order", order, UUID.class)
                  .bind("rule", pattern.ruleId())
                  .bind("from", pattern.from())
                  .execute();
          if (known > 0) {
            return false;
          }
          handle
              .createUpdate(
                  "insert into missed_dose_pattern (pattern_id, organization_id, patient_id, labels,"
                      + " order_id, rule_id, first_on, last_on, found_at) values (:id,"
                      + " :organization, :patient, :labels, :order, :rule, :from, :to, :at)")
              .bind("id", id)
              .bind("organization", Callers.current().organizationId())
              .bind("patient", patient)
              .bind("labels", labels)
              .bindByType("order", order, UUID.class)
              .bind("rule", pattern.ruleId())
              .bind("from", pattern.from())
              .bind("to", pattern.to())
              .bind("at", at)
              .execute();
          return true;
        });
  }
}
