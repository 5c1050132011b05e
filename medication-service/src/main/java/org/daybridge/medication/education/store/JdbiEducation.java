package org.daybridge.medication.education.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.education.Education;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiEducation implements Education {
  private final Jdbi jdbi;

  JdbiEducation(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Talk talk, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into medication_talk (talk_id, organization_id, patient_id, labels, order_id,"
                        + " topics, teach_back, given_by, given_at) values (:id, :organization, :patient,"
                        + " :labels, :order, :topics, :teachBack, :by, :at)")
                .bind("id", talk.talkId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", talk.patientId())
                .bind("labels", labels)
                .bind("order", talk.orderId())
                .bindArray("topics", String.class, talk.topics().toArray())
                .bind("teachBack", talk.teachBack())
                .bind("by", talk.givenBy())
                .bind("at", talk.givenAt())
                .execute());
    AuditTrail.created("MedicationTalk", talk.talkId(), talk.patientId().value());
  }

  @Override
  public List<OfOrder> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select o.order_id, coalesce(o.ingredient, o.name) as drug, o.ordered_at,"
                            + " (select max(t.given_at) from medication_talk t"
                            + "   where t.order_id = o.order_id and t.teach_back) as taught_back_at,"
                            + " array(select distinct unnest(t.topics) from medication_talk t"
                            + "   where t.order_id = o.order_id) as topics"
                            + " from medication_order o where o.patient_id = :patient"
                            + " and o.status in ('ACTIVE', 'ON_HOLD')"
                            + " order by taught_back_at nulls first, o.order_id limit 200")
                    .bind("patient", patient)
                    .map((row, _) -> read(row))
                    .list());
    AuditTrail.read("MedicationTalk", patient.value(), patient.value());
    return found;
  }

  private static OfOrder read(ResultSet row) throws SQLException {
    var taught = row.getObject("taught_back_at", OffsetDateTime.class);
    return new OfOrder(
        row.getObject("order_id", UUID.class),
        row.getString("drug"),
        row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
        taught == null,
        taught == null ? null : taught.toInstant(),
        List.of((String[]) row.getArray("topics").getArray()));
  }
}
