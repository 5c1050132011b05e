package org.daybridge.medication.pdmp.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.pdmp.PdmpQueries;
import org.daybridge.medication.pdmp.PdmpQuery;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiPdmpQueries implements PdmpQueries {
  private final Jdbi jdbi;

  JdbiPdmpQueries(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(PdmpQuery query, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into pdmp_query (query_id, organization_id, patient_id, labels, state, queried_by,"
                        + " queried_at, reachable, lookback_days, reviewed) values (:id, :organization,"
                        + " :patient, :labels, :state, :by, :at, :reachable, :lookback, :reviewed)")
                .bind("id", query.queryId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", query.patientId())
                .bind("labels", labels)
                .bind("state", query.state())
                .bind("by", query.queriedBy())
                .bind("at", query.queriedAt())
                .bind("reachable", query.reachable())
                .bindByType("lookback", query.lookbackDays(), Integer.class)
                .bind("reviewed", query.reviewed())
                .execute());
    AuditTrail.created("PdmpQuery", query.queryId(), query.patientId().value());
  }

  @Override
  public List<PdmpQuery> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from pdmp_query where patient_id = :patient"
                            + " order by queried_at desc limit 200")
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new PdmpQuery(
                                row.getObject("query_id", UUID.class),
                                patient,
                                row.getString("state"),
                                row.getObject("queried_by", UUID.class),
                                row.getObject("queried_at", OffsetDateTime.class).toInstant(),
                                row.getBoolean("reachable"),
                                row.getObject("lookback_days", Integer.class),
                                row.getBoolean("reviewed")))
                    .list());
    AuditTrail.read("PdmpQuery", patient.value(), patient.value());
    return found;
  }
}
