package org.daybridge.medication.response.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.medication.response.MedicationCourse;
import org.daybridge.medication.response.MedicationCourse.Dose;
import org.daybridge.medication.response.MedicationCourses;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiMedicationCourses implements MedicationCourses {
  private final Jdbi jdbi;

  JdbiMedicationCourses(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Written(
      UUID order,
      String rxcui,
      String drug,
      String status,
      Dose dose,
      @Nullable LocalDate endsOn,
      @Nullable LocalDate stoppedOn) {}

  @Override
  public List<MedicationCourse> of(PatientId patient, ZoneId zone) {
    var written =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select o.order_id, o.rxcui, coalesce(o.ingredient, o.name) as drug, o.status,"
                            + " v.starts_on, v.mg_per_day, v.ends_on,"
                            + " case when o.status in ('STOPPED', 'COMPLETED')"
                            + " then (o.status_changed_at at time zone :zone)::date end as stopped_on"
                            + " from medication_order o join order_version v on v.order_id = o.order_id"
                            + " where o.patient_id = :patient and (o.status not in"
                            + " ('STOPPED', 'COMPLETED') or v.starts_on <="
                            + " (o.status_changed_at at time zone :zone)::date)"
                            + " order by o.order_id, v.number")
                    .bind("patient", patient)
                    .bind("zone", zone.getId())
                    .map(
                        (row, _) ->
                            new Written(
                                row.getObject("order_id", UUID.class),
                                row.getString("rxcui"),
                                row.getString("drug"),
                                row.getString("status"),
                                new Dose(
                                    row.getObject("starts_on", LocalDate.class),
                                    row.getBigDecimal("mg_per_day")),
                                row.getObject("ends_on", LocalDate.class),
                                row.getObject("stopped_on", LocalDate.class)))
                    .list());
    AuditTrail.read("MedicationRequest", patient.value(), patient.value());
    var byOrder = new LinkedHashMap<UUID, List<Written>>();
    written.forEach(w -> byOrder.computeIfAbsent(w.order(), _ -> new ArrayList<>()).add(w));
    return byOrder.values().stream()
        .map(JdbiMedicationCourses::course)
        .sorted(
            Comparator.comparing(MedicationCourse::startedOn)
                .thenComparing(MedicationCourse::orderId))
        .toList();
  }

  /** What the last version says of the end holds, unless the order was stopped before. */
  private static MedicationCourse course(List<Written> versions) {
    var last = versions.getLast();
    var end = last.endsOn();
    if (last.stoppedOn() != null && (end == null || last.stoppedOn().isBefore(end))) {
      end = last.stoppedOn();
    }
    return MedicationCourse.of(
        last.order(),
        last.rxcui(),
        last.drug(),
        last.status(),
        versions.stream().map(Written::dose).toList(),
        end);
  }
}
