package org.daybridge.records.safetyplan.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.safetyplan.RiskSignals;
import org.jdbi.v3.core.Jdbi;

/** Projection of outcomes' risk cases. */
@ApplicationScoped
class JdbiRiskSignals implements RiskSignals {

  private final Jdbi jdbi;

  JdbiRiskSignals(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void raised(UUID riskCase, PatientId patient, int labels, String level, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into risk_signal (risk_case_id, organization_id, patient_id, labels,"
                        + " level, raised_at) values (:id, :org, :patient, :labels, :level, :at)"
                        + " on conflict do nothing")
                .bind("id", riskCase)
                .bind("org", Callers.current().organizationId())
                .bind("patient", patient)
                .bind("labels", labels)
                .bind("level", level)
                .bind("at", at)
                .execute());
  }
}
