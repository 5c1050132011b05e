package org.daybridge.medication.monitoring.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.monitoring.Result;
import org.daybridge.medication.monitoring.Results;
import org.daybridge.medication.safety.Alert;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiResults implements Results {
  private final Jdbi jdbi;

  JdbiResults(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean add(Result result) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into result (result_id, organization_id, patient_id, labels, code, value, unit,"
                            + " observed_on, observed_at) values (:id, :organization, :patient, :labels, :code,"
                            + " :value, :unit, :on, :at) on conflict (result_id) do nothing")
                    .bind("id", result.resultId())
                    .bind("organization", Callers.current().organizationId())
                    .bind("patient", result.patientId())
                    .bind("labels", result.labels())
                    .bind("code", result.code())
                    .bindByType("value", result.value(), BigDecimal.class)
                    .bindByType("unit", result.unit(), String.class)
                    .bind("on", result.observedOn())
                    .bind("at", result.observedAt())
                    .execute())
        > 0;
  }

  @Override
  public List<Result> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from result where patient_id = :patient"
                            + " order by observed_at desc limit 1000")
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new Result(
                                row.getObject("result_id", UUID.class),
                                patient,
                                row.getInt("labels"),
                                row.getString("code"),
                                row.getBigDecimal("value"),
                                row.getString("unit"),
                                row.getObject("observed_on", LocalDate.class),
                                row.getObject("observed_at", OffsetDateTime.class).toInstant()))
                    .list());
    AuditTrail.read("Result", patient.value(), patient.value());
    return found;
  }

  @Override
  public boolean flag(Result result, Alert alert, Instant at) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into result_flag (result_id, rule_id, organization_id, patient_id, labels,"
                            + " severity, drugs, message, action, flagged_at) values (:id, :rule, :organization,"
                            + " :patient, :labels, :severity, :drugs, :message, :action, :at)"
                            + " on conflict (result_id, rule_id) do nothing")
                    .bind("id", result.resultId())
                    .bind("rule", alert.ruleId())
                    .bind("organization", Callers.current().organizationId())
                    .bind("patient", result.patientId())
                    .bind("labels", result.labels())
                    .bind("severity", alert.severity().code())
                    .bindArray("drugs", String.class, alert.drugs().toArray())
                    .bind("message", alert.message())
                    .bind("action", alert.action())
                    .bind("at", at)
                    .execute())
        > 0;
  }

  @Override
  public List<Flag> flagsOf(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from result_flag where patient_id = :patient"
                        + " order by flagged_at desc limit 200")
                .bind("patient", patient)
                .map(
                    (row, _) ->
                        new Flag(
                            row.getObject("result_id", UUID.class),
                            row.getString("rule_id"),
                            row.getString("severity"),
                            List.of((String[]) row.getArray("drugs").getArray()),
                            row.getString("message"),
                            row.getString("action"),
                            row.getObject("flagged_at", OffsetDateTime.class).toInstant()))
                .list());
  }
}
