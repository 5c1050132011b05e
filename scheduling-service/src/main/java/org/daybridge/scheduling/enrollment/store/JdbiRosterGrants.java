package org.daybridge.scheduling.enrollment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.enrollment.RosterGrants;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiRosterGrants implements RosterGrants {
  private final Jdbi jdbi;

  JdbiRosterGrants(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public boolean grant(
      UUID grant, StaffId staff, PatientId patient, int labels, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            1
                == handle
                    .createUpdate(
                        "insert into access_grant (grant_id, organization_id, principal_id, patient_id,"
                            + " kind, purpose, allowed_labels, can_write, valid_from, valid_to)"
                            + " values (:grant, :org, :staff, :patient, :kind, 'TREAT', :labels, true,"
                            + " :from, :to)"
                            + " on conflict (grant_id) do update set valid_from = excluded.valid_from,"
                            + " valid_to = excluded.valid_to"
                            + " where access_grant.valid_to is distinct from excluded.valid_to")
                    .bind("grant", grant)
                    .bind("org", Callers.current().organizationId())
                    .bind("staff", staff)
                    .bind("patient", patient)
                    .bind("kind", GrantKind.GROUP_LEADER.name())
                    .bind("labels", labels)
                    .bind("from", from)
                    .bind("to", to)
                    .execute());
  }

  @Override
  public boolean revoke(UUID grant, Instant at) {
    return jdbi.withHandle(
        handle ->
            1
                == handle
                    .createUpdate(
                        "update access_grant set valid_to = greatest(valid_from, :at)"
                            + " where grant_id = :grant and (valid_to is null or valid_to > :at)")
                    .bind("grant", grant)
                    .bind("at", at)
                    .execute());
  }
}
