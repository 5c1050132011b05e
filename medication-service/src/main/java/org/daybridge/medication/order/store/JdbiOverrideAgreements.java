package org.daybridge.medication.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.order.OverrideAgreements;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiOverrideAgreements implements OverrideAgreements {
  private final Jdbi jdbi;

  JdbiOverrideAgreements(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(OverrideAgreement agreement, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into override_agreement (agreement_id, organization_id, patient_id, labels, rxcui,"
                        + " rule_id, agreed_by, agreed_at, valid_to) values (:id, :organization, :patient,"
                        + " :labels, :rxcui, :rule, :by, :at, :to)")
                .bind("id", agreement.agreementId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", agreement.patientId())
                .bind("labels", labels)
                .bind("rxcui", agreement.rxcui())
                .bind("rule", agreement.ruleId())
                .bind("by", agreement.agreedBy())
                .bind("at", agreement.agreedAt())
                .bind("to", agreement.validTo())
                .execute());
    AuditTrail.created("OverrideAgreement", agreement.agreementId(), agreement.patientId().value());
  }
}
