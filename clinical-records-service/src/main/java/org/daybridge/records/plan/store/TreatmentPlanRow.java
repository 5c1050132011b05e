package org.daybridge.records.plan.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.records.plan.ActivePlan;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.plan.PlanDraft;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.signing.store.StateJson;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A treatment plan as a row: columns for clocks and searches, one document for the rest. */
@Entity
@Table(name = "treatment_plan")
class TreatmentPlanRow {
  @Id UUID planId;
  @Version int rowVersion;
  UUID organizationId;
  UUID patientId;
  int labels;
  UUID episodeId;
  String state;
  @Nullable Integer activeNumber;
  @Nullable Instant activatedAt;
  @Nullable LocalDate reviewDueOn;
  @Nullable Instant reviewOverdueSince;
  @Nullable Instant closedAt;
  Instant updatedAt;
  UUID[] goalIds;

  @JdbcTypeCode(SqlTypes.JSON)
  String body;

  /** What lies in the document: the present state and the versions that it followed. */
  record Body(TreatmentPlan.State state, List<ActivePlan> past) {}

  void take(TreatmentPlan plan, UUID organization, Instant now, StateJson json) {
    planId = plan.id().value();
    organizationId = organization;
    patientId = plan.patient().value();
    labels = plan.labels();
    episodeId = plan.episode().value();
    state = plan.state().getClass().getSimpleName();
    updatedAt = now;
    goalIds =
        Stream.concat(
                plan.latest().map(ActivePlan::content).stream(),
                plan.draft().map(PlanDraft::content).stream())
            .flatMap(content -> content.goalIds().stream())
            .map(GoalId::value)
            .distinct()
            .toArray(UUID[]::new);
    var due = plan.active().map(ActivePlan::reviewDueOn).orElse(null);
    if (due == null || !due.equals(reviewDueOn)) reviewOverdueSince = null;
    reviewDueOn = due;
    activeNumber = plan.active().map(ActivePlan::number).orElse(null);
    activatedAt = plan.active().map(ActivePlan::activatedAt).orElse(null);
    closedAt = plan.state() instanceof TreatmentPlan.Closed(_, var at) ? at : null;
    body = json.write(new Body(plan.state(), plan.past()));
  }

  TreatmentPlan toDomain(StateJson json) {
    var kept = json.read(body, Body.class);
    return new TreatmentPlan(
        new PlanId(planId),
        new PatientId(patientId),
        new EpisodeId(episodeId),
        labels,
        kept.state(),
        kept.past());
  }
}
