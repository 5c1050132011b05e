package org.daybridge.medication.sideeffect.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.sideeffect.SideEffect;
import org.daybridge.medication.sideeffect.SideEffect.Action;
import org.daybridge.medication.sideeffect.SideEffects;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiSideEffects implements SideEffects {
  private final Jdbi jdbi;

  JdbiSideEffects(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(SideEffect effect, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into side_effect (side_effect_id, organization_id, patient_id, labels, order_id,"
                        + " suspected_drug, symptom, severity, onset_on, action, reported_by, reported_at)"
                        + " values (:id, :organization, :patient, :labels, :order, :drug, :symptom, :severity,"
                        + " :onset, :action, :by, :at)")
                .bind("id", effect.sideEffectId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", effect.patientId())
                .bind("labels", labels)
                .bindByType("order", effect.orderId(), UUID.class)
                .bindByType("drug", effect.suspectedDrug(), String.class)
                .bind("symptom", effect.symptom())
                .bind("severity", effect.severity())
                .bindByType("onset", effect.onsetOn(), LocalDate.class)
                .bind("action", effect.action().name())
                .bind("by", effect.reportedBy())
                .bind("at", effect.reportedAt())
                .execute());
    AuditTrail.created("SideEffect", effect.sideEffectId(), effect.patientId().value());
  }

  @Override
  public List<SideEffect> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from side_effect where patient_id = :patient"
                            + " order by side_effect_id desc limit 200")
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new SideEffect(
                                row.getObject("side_effect_id", UUID.class),
                                patient,
                                row.getObject("order_id", UUID.class),
                                row.getString("suspected_drug"),
                                row.getString("symptom"),
                                row.getInt("severity"),
                                row.getObject("onset_on", LocalDate.class),
                                Action.valueOf(row.getString("action")),
                                row.getObject("reported_by", UUID.class),
                                row.getObject("reported_at", OffsetDateTime.class).toInstant()))
                    .list());
    AuditTrail.read("SideEffect", patient.value(), patient.value());
    return found;
  }
}
