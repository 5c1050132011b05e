package org.daybridge.medication.monitoring.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.monitoring.MonitoringCalendar;
import org.daybridge.medication.safety.DueItem;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiMonitoringCalendar implements MonitoringCalendar {
  private final Jdbi jdbi;
  private final Clock clock;

  JdbiMonitoringCalendar(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public void begin(PatientId patient) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update monitoring_item set wanted = false where patient_id = :patient and wanted")
                .bind("patient", patient)
                .execute());
  }

  @Override
  public News keep(PatientId patient, int labels, DueItem item, LocalDate today) {
    boolean due = !item.dueOn().isAfter(today);
    boolean overdue = item.dueOn().isBefore(today);
    return jdbi.withHandle(
        handle -> {
          handle
              .createUpdate(
                  "insert into monitoring_item (patient_id, drug, rule_id, test, organization_id, labels,"
                      + " due_on, wanted) values (:patient, :drug, :rule, :test, :organization, :labels,"
                      + " :due, true) on conflict (patient_id, drug, rule_id, test) do update"
                      + " set due_on = excluded.due_on, labels = excluded.labels, wanted = true")
              .bind("patient", patient)
              .bind("drug", item.drug())
              .bind("rule", item.rule())
              .bind("test", item.test())
              .bind("organization", Callers.current().organizationId())
              .bind("labels", labels)
              .bind("due", item.dueOn())
              .execute();
          return new News(
              due && told(handle, "due_told_for", patient, item),
              overdue && told(handle, "overdue_told_for", patient, item));
        });
  }

  private static boolean told(
      org.jdbi.v3.core.Handle handle, String column, PatientId patient, DueItem item) {
    return handle
            .createUpdate(
                "update monitoring_item set <column> = :due where patient_id = :patient and drug = :drug"
                    + " and rule_id = :rule and test = :test and <column> is distinct from :due")
            .define("column", column)
            .bind("due", item.dueOn())
            .bind("patient", patient)
            .bind("drug", item.drug())
            .bind("rule", item.rule())
            .bind("test", item.test())
            .execute()
        > 0;
  }

  @Override
  public List<Entry> between(@Nullable LocalDate from, LocalDate to, LocalDate today) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from monitoring_item where wanted and due_on <= :to"
                            + " and (:from::date is null or due_on >= :from::date)"
                            + " and patient_id in (select g.patient_id from access_grant g"
                            + " where g.principal_id = :me and g.purpose = :purpose"
                            + " and g.valid_from <= :now and (g.valid_to is null or g.valid_to > :now))"
                            + " order by due_on, patient_id, drug, test limit 500")
                    .bindByType("from", from, LocalDate.class)
                    .bind("to", to)
                    .bind("me", Callers.current().principalId())
                    .bind("purpose", Callers.current().purpose())
                    .bind("now", clock.instant())
                    .map((row, _) -> entry(row, today))
                    .list());
    found.stream()
        .map(Entry::patientId)
        .distinct()
        .forEach(patient -> AuditTrail.read("MonitoringItem", patient, patient));
    return found;
  }

  private static Entry entry(ResultSet row, LocalDate today) throws SQLException {
    var due = row.getObject("due_on", LocalDate.class);
    return new Entry(
        row.getObject("patient_id", UUID.class),
        row.getString("drug"),
        row.getString("rule_id"),
        row.getString("test"),
        due,
        due.isBefore(today));
  }
}
