package org.daybridge.records.plan.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.problem.BadRequest;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Plans and interim plans of one patient; an episode has one of each. */
@ApplicationScoped
class PlanQuery {

  private final Jdbi jdbi;

  PlanQuery(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  List<PlanSummary> ofPatient(@Nullable UUID patientId) {
    var plans = read("treatment_plan", "updated_at", patientId, PlanQuery::plan);
    plans.forEach(each -> AuditTrail.read("treatment-plan", each.id(), each.patientId()));
    return plans;
  }

  List<InterimPlanView> interimOf(@Nullable UUID patientId) {
    var plans = read("interim_plan", "opened_at", patientId, PlanQuery::interim);
    plans.forEach(each -> AuditTrail.read("interim-plan", each.id(), each.patientId()));
    return plans;
  }

  private interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String table, String order, @Nullable UUID patient, Mapper<T> mapper) {
    if (patient == null) throw BadRequest.field("patientId", "is needed");
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from <table> where patient_id = :patient order by <order> desc limit 200")
                .define("table", table)
                .define("order", order)
                .bind("patient", patient)
                .map((row, _) -> mapper.map(row))
                .list());
  }

  private static PlanSummary plan(ResultSet row) throws SQLException {
    var activated = row.getObject("activated_at", OffsetDateTime.class);
    return new PlanSummary(
        row.getObject("plan_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        row.getObject("episode_id", UUID.class),
        row.getString("state"),
        row.getObject("active_number", Integer.class),
        activated == null ? null : activated.toInstant(),
        row.getObject("review_due_on", LocalDate.class),
        row.getObject("review_overdue_since", OffsetDateTime.class) != null);
  }

  private static InterimPlanView interim(ResultSet row) throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    return new InterimPlanView(
        row.getObject("interim_plan_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        row.getObject("episode_id", UUID.class),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("plan_due_on", LocalDate.class),
        row.getObject("overdue_since", OffsetDateTime.class) != null,
        ended == null ? null : ended.toInstant());
  }
}
