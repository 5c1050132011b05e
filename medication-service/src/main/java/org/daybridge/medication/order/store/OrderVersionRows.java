package org.daybridge.medication.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.order.Dosing;
import org.daybridge.medication.order.Dosing.MassUnit;
import org.daybridge.medication.order.Dosing.PeriodUnit;
import org.daybridge.medication.order.Encounter;
import org.daybridge.medication.order.MedicationOrder;
import org.daybridge.medication.order.OrderVersion;
import org.daybridge.medication.order.Purpose;
import org.daybridge.medication.order.Supply;
import org.daybridge.medication.order.Supply.EarlyReason;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The doses of orders: added, and at most marked as superseded. */
@ApplicationScoped
class OrderVersionRows {
  /** The first day of the present amount a day, when an earlier one was different. */
  private static final String DOSE_CHANGED_ON =
      " (select min(d.starts_on) from order_version d where d.order_id = v.order_id and d.number >"
          + " (select max(x.number) from order_version x where x.order_id = v.order_id"
          + "   and x.number < v.number and x.mg_per_day <> v.mg_per_day)) as dose_changed_on";

  private final Jdbi jdbi;

  OrderVersionRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The dose in force, with the first day of the order. */
  record Current(OrderVersion version, LocalDate since, @Nullable LocalDate doseChangedOn) {}

  Current current(UUID order, int number) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select v.*, (select min(f.starts_on) from order_version f"
                        + " where f.order_id = v.order_id) as since,"
                        + DOSE_CHANGED_ON
                        + " from order_version v where order_id = :order and number = :number")
                .bind("order", order)
                .bind("number", number)
                .map(
                    (row, _) ->
                        new Current(
                            read(row),
                            row.getObject("since", LocalDate.class),
                            row.getObject("dose_changed_on", LocalDate.class)))
                .one());
  }

  void add(MedicationOrder order, int labels) {
    var v = order.current();
    var d = v.dosing();
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate(
                  "update order_version set superseded_at = :at"
                      + " where order_id = :order and superseded_at is null")
              .bind("at", v.writtenAt())
              .bind("order", order.id())
              .execute();
          handle
              .createUpdate(
                  "insert into order_version (order_id, number, organization_id, patient_id, labels, amount,"
                      + " unit, mg_per_day, frequency, period, period_unit, times, as_needed, route, form,"
                      + " indication_code, indication, target_symptom, starts_on, ends_on, supply_days,"
                      + " quantity, refills, early_reason, encounter, covering_for, written_by, written_at) values (:order, :number, :organization,"
                      + " :patient, :labels, :amount, :unit, :perDay, :frequency, :period, :periodUnit, :times,"
                      + " :asNeeded, :route, :form, :code, :indication, :symptom, :starts, :ends, :days,"
                      + " :quantity, :refills, :early, :encounter, :covering, :by, :at)")
              .bind("order", order.id())
              .bind("number", v.number())
              .bind("organization", Callers.current().organizationId())
              .bind("patient", order.patient())
              .bind("labels", labels)
              .bind("amount", d.amount())
              .bind("unit", d.unit().name())
              .bind("perDay", d.milligramsPerDay())
              .bind("frequency", d.frequency())
              .bind("period", d.period())
              .bind("periodUnit", d.periodUnit().name())
              .bindArray("times", String.class, d.times().toArray())
              .bind("asNeeded", d.asNeeded())
              .bind("route", d.route())
              .bindByType("form", d.form(), String.class)
              .bindByType("code", v.purpose().code(), String.class)
              .bindByType("indication", v.purpose().indication(), String.class)
              .bindByType("symptom", v.purpose().targetSymptom(), String.class)
              .bind("starts", v.startsOn())
              .bindByType("ends", v.endsOn(), LocalDate.class)
              .bindByType("days", v.supply().days(), Integer.class)
              .bindByType("quantity", v.supply().quantity(), BigDecimal.class)
              .bind("refills", v.supply().refills())
              .bindByType(
                  "early",
                  v.supply().earlyReason() == null ? null : v.supply().earlyReason().name(),
                  String.class)
              .bind("encounter", v.encounter().kind().name())
              .bindByType("covering", v.encounter().coveringFor(), UUID.class)
              .bind("by", v.writtenBy())
              .bind("at", v.writtenAt())
              .execute();
        });
  }

  static OrderVersion read(ResultSet row) throws SQLException {
    return new OrderVersion(
        row.getInt("number"),
        new Dosing(
            row.getBigDecimal("amount"),
            MassUnit.valueOf(row.getString("unit")),
            row.getString("route"),
            row.getString("form"),
            row.getInt("frequency"),
            row.getInt("period"),
            PeriodUnit.valueOf(row.getString("period_unit")),
            List.of((String[]) row.getArray("times").getArray()),
            row.getBoolean("as_needed")),
        new Supply(
            row.getObject("supply_days", Integer.class),
            row.getBigDecimal("quantity"),
            row.getInt("refills"),
            early(row.getString("early_reason"))),
        new Purpose(
            row.getString("indication_code"),
            row.getString("indication"),
            row.getString("target_symptom")),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        new Encounter(
            Encounter.Kind.valueOf(row.getString("encounter")),
            row.getObject("covering_for", UUID.class)),
        row.getObject("written_by", UUID.class),
        instant(row, "written_at"));
  }

  private static @Nullable EarlyReason early(@Nullable String written) {
    return written == null ? null : EarlyReason.valueOf(written);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
