package org.daybridge.medication.safety.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.medication.patient.FollowedPatient;
import org.daybridge.medication.safety.AllergyEntry;
import org.daybridge.medication.safety.LabResult;
import org.daybridge.medication.safety.MedicationEntry;
import org.daybridge.medication.safety.PatientCharts;
import org.daybridge.medication.safety.PatientFacts;
import org.daybridge.medication.safety.SafetyCheck;
import org.daybridge.medication.safety.StatedCondition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiPatientCharts implements PatientCharts {
  private final Jdbi jdbi;

  JdbiPatientCharts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public SafetyCheck of(
      FollowedPatient patient,
      LocalDate asOf,
      Instant now,
      List<MedicationEntry> proposed,
      @Nullable OrderId without) {
    return jdbi.withHandle(
        handle -> {
          var medications = new ArrayList<MedicationEntry>();
          medications.addAll(ordered(handle, patient, without));
          medications.addAll(listed(handle, patient));
          medications.addAll(proposed);
          return new SafetyCheck(
              asOf, now, facts(handle, patient, asOf), medications, allergies(handle, patient));
        });
  }

  /** Every version of every order counts from its start to its end, so that washouts are seen. */
  private static List<MedicationEntry> ordered(
      Handle handle, FollowedPatient patient, @Nullable OrderId without) {
    return handle
        .createQuery(
            "select o.rxcui, o.name, o.ingredient, v.mg_per_day, v.route, v.form, v.starts_on,"
                + " case when o.status = 'STOPPED' then (o.status_changed_at at time zone :zone)::date"
                + " else v.ends_on end as ends_on, v.refills, v.indication,"
                + " (select min(f.starts_on) from order_version f where f.order_id = o.order_id) as first_on,"
                + " (select min(d.starts_on) from order_version d where d.order_id = o.order_id"
                + "   and d.number > (select max(x.number) from order_version x where x.order_id = o.order_id"
                + "   and x.number < v.number and x.mg_per_day <> v.mg_per_day)) as dose_changed_on"
                + " from medication_order o join order_version v"
                + " on v.order_id = o.order_id and v.number = o.number"
                + " where o.patient_id = :patient and o.order_id is distinct from :without")
        .bind("patient", patient.id())
        .bind("zone", patient.zone().getId())
        .bindByType("without", without == null ? null : without.value(), UUID.class)
        .map((row, _) -> ordered(row))
        .list();
  }

  private static MedicationEntry ordered(ResultSet row) throws SQLException {
    return new MedicationEntry(
        row.getString("ingredient") == null ? row.getString("name") : row.getString("ingredient"),
        row.getString("ingredient") == null ? row.getString("rxcui") : null,
        row.getDouble("mg_per_day"),
        row.getString("route"),
        row.getString("form"),
        row.getObject("first_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        false,
        row.getInt("refills"),
        row.getString("indication"),
        null,
        null,
        row.getObject("dose_changed_on", LocalDate.class),
        false);
  }

  private static List<MedicationEntry> listed(Handle handle, FollowedPatient patient) {
    return handle
        .createQuery(
            "select name, rxcui, ingredient, dose_mg_per_day, route, form, starts_on, ends_on, last_taken_on,"
                + " indication, dispensed_by, medication_id from listed_medication"
                + " where patient_id = :patient and status <> 'ENTERED_IN_ERROR'"
                + " and (status = 'ACTIVE' or ends_on is not null)")
        .bind("patient", patient.id())
        .map((row, _) -> listed(row))
        .list();
  }

  private static MedicationEntry listed(ResultSet row) throws SQLException {
    var name = row.getString("name");
    return new MedicationEntry(
        name == null && row.getString("rxcui") == null
            ? "item " + row.getString("medication_id")
            : name,
        row.getString("rxcui"),
        row.getObject("dose_mg_per_day") == null ? null : row.getDouble("dose_mg_per_day"),
        row.getString("route"),
        row.getString("form"),
        row.getObject("starts_on", LocalDate.class),
        row.getObject("ends_on", LocalDate.class),
        false,
        null,
        row.getString("indication"),
        row.getString("dispensed_by"),
        row.getObject("last_taken_on", LocalDate.class),
        null,
        false);
  }

  private static List<AllergyEntry> allergies(Handle handle, FollowedPatient patient) {
    return handle
        .createQuery(
            "select substance, code, category, kind from allergy"
                + " where patient_id = :patient and status = 'ACTIVE'")
        .bind("patient", patient.id())
        .map(
            (row, _) ->
                new AllergyEntry(
                    row.getString("substance"),
                    row.getString("code"),
                    row.getString("category").toLowerCase(java.util.Locale.ROOT),
                    row.getString("kind").equals("INTOLERANCE")))
        .list();
  }

  private static PatientFacts facts(Handle handle, FollowedPatient patient, LocalDate asOf) {
    var queries =
        handle
            .createQuery(
                "select (queried_at at time zone :zone)::date from pdmp_query"
                    + " where patient_id = :patient and reachable order by queried_at desc limit 20")
            .bind("zone", patient.zone().getId())
            .bind("patient", patient.id())
            .mapTo(LocalDate.class)
            .list();
    var labs = labs(handle, patient);
    return handle
        .createQuery("select * from safety_profile where patient_id = :patient")
        .bind("patient", patient.id())
        .map((row, _) -> facts(row, patient, asOf, queries, labs))
        .findOne()
        .orElseGet(() -> bare(patient, asOf, queries, labs));
  }

  private static List<LabResult> labs(Handle handle, FollowedPatient patient) {
    return handle
        .createQuery(
            "select code, value, unit, (observed_at at time zone :zone)::date as observed_on"
                + " from result where patient_id = :patient"
                + " order by observed_at desc limit 1000")
        .bind("zone", patient.zone().getId())
        .bind("patient", patient.id())
        .map(
            (row, _) ->
                new LabResult(
                    row.getString("code"),
                    row.getString("code"),
                    number(row, "value"),
                    row.getString("unit"),
                    row.getObject("observed_on", LocalDate.class)))
        .list();
  }

  private static PatientFacts bare(
      FollowedPatient patient, LocalDate asOf, List<LocalDate> queries, List<LabResult> labs) {
    return new PatientFacts(
        patient.ageOn(asOf),
        patient.sex(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        "outpatient",
        labs,
        queries,
        null,
        null,
        null);
  }

  private static PatientFacts facts(
      ResultSet row,
      FollowedPatient patient,
      LocalDate asOf,
      List<LocalDate> queries,
      List<LabResult> labs)
      throws SQLException {
    var alcohol = row.getObject("last_alcohol", java.time.OffsetDateTime.class);
    return new PatientFacts(
        patient.ageOn(asOf),
        patient.sex(),
        conditions(row.getArray("conditions")),
        row.getObject("pregnant", Boolean.class),
        row.getObject("trimester", Integer.class),
        row.getObject("contraception", Boolean.class),
        number(row, "creatinine_clearance"),
        number(row, "egfr"),
        number(row, "weight_kg"),
        "outpatient",
        labs,
        queries,
        row.getObject("last_opioid_use", LocalDate.class),
        row.getString("last_opioid"),
        alcohol == null ? null : alcohol.toInstant());
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    var value = row.getBigDecimal(column);
    return value == null ? null : value.doubleValue();
  }

  private static List<StatedCondition> conditions(Array array) throws SQLException {
    var stated = new ArrayList<StatedCondition>();
    for (var text : (String[]) array.getArray()) {
      stated.add(new StatedCondition(null, text));
    }
    return stated;
  }
}
