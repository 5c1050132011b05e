package org.daybridge.outcomes.risk.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.outcomes.risk.RiskCase;
import org.daybridge.outcomes.risk.RiskTrail;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiRiskTrail implements RiskTrail {
  private final Jdbi jdbi;

  JdbiRiskTrail(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(RiskCase riskCase, Step step) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into risk_step (risk_step_id, organization_id, patient_id, labels,"
                        + " risk_case_id, kind, at, by_id, addressees) values (:id, :org, :patient,"
                        + " :labels, :case, :kind, :at, :by, :addressees)")
                .bind("id", Ids.next())
                .bind("org", Callers.current().organizationId())
                .bind("patient", riskCase.patient())
                .bind("labels", riskCase.labels())
                .bind("case", riskCase.id())
                .bind("kind", step.kind().name())
                .bind("at", step.at())
                .bindByType("by", step.by(), UUID.class)
                .bindArray("addressees", UUID.class, step.addressees().toArray())
                .execute());
  }

  @Override
  public List<Step> of(RiskCase riskCase) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select kind, at, by_id, addressees from risk_step where risk_case_id = :case"
                        + " order by at, risk_step_id")
                .bind("case", riskCase.id())
                .map(
                    (row, _) ->
                        new Step(
                            Kind.valueOf(row.getString("kind")),
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getObject("by_id", UUID.class),
                            List.of((UUID[]) row.getArray("addressees").getArray())))
                .list());
  }

  @Override
  public List<Granted> grant(RiskCase riskCase, List<UUID> addressees, Instant from, Instant to) {
    List<Granted> granted = new ArrayList<>();
    for (UUID principal : addressees) {
      UUID id = Ids.next();
      int added =
          jdbi.withHandle(
              handle ->
                  handle
                      .createUpdate(
                          "insert into access_grant (grant_id, organization_id, principal_id,"
                              + " patient_id, kind, purpose, allowed_labels, can_write, valid_from,"
                              + " valid_to) select :id, :org, :principal, :patient, :kind, 'TREAT',"
                              + " :labels, true, :from, :to where not exists (select 1 from"
                              + " access_grant where principal_id = :principal and patient_id ="
                              + " :patient and kind = :kind and valid_to > :halfway)")
                      .bind("id", id)
                      .bind("org", Callers.current().organizationId())
                      .bind("principal", principal)
                      .bind("patient", riskCase.patient())
                      .bind("kind", GrantKind.ESCALATION.name())
                      .bind("labels", Labels.ALL_BUT_SEALED)
                      .bind("from", from)
                      .bind("to", to)
                      .bind(
                          "halfway",
                          from.plusSeconds((to.getEpochSecond() - from.getEpochSecond()) / 2))
                      .execute());
      if (added > 0) granted.add(new Granted(id, principal));
    }
    return granted;
  }
}
