package org.daybridge.intake.careteam.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.careteam.CareTeams;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;

/** Care teams in the database. */
@ApplicationScoped
class CareTeamTable implements CareTeams {
  private final Jdbi jdbi;

  CareTeamTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Member> of(PatientId patient) {
    AuditTrail.read("CareTeam", patient.value(), patient.value());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from care_team_member where patient_id = :patient and until is null order by since, grant_id limit 200")
                .bind("patient", patient)
                .map(
                    (row, _) ->
                        new Member(
                            new StaffId(row.getObject("staff_id", UUID.class)),
                            row.getString("role"),
                            row.getObject("grant_id", UUID.class),
                            row.getObject("since", OffsetDateTime.class).toInstant()))
                .list());
  }

  @Override
  public void add(PatientId patient, Member member, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into care_team_member (patient_id, staff_id, organization_id, labels, role, grant_id, since)"
                        + " values (:patient, :staff, :org, :labels, :role, :grant, :since)")
                .bind("patient", patient)
                .bind("staff", member.staffId())
                .bind("org", Callers.current().organizationId())
                .bind("labels", labels)
                .bind("role", member.role())
                .bind("grant", member.grantId())
                .bind("since", member.since())
                .execute());
    AuditTrail.updated("CareTeam", patient.value(), patient.value());
  }

  @Override
  public void end(PatientId patient, UUID grantId, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update care_team_member set until = :at where patient_id = :patient and grant_id = :grant")
                .bind("at", at)
                .bind("patient", patient)
                .bind("grant", grantId)
                .execute());
    AuditTrail.updated("CareTeam", patient.value(), patient.value());
  }
}
