package org.daybridge.records.plan.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.RowAccess;
import org.daybridge.records.plan.ActivePlan;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.plan.TreatmentPlans;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.signing.store.StateJson;
import org.jdbi.v3.core.Jdbi;

/**
 * Treatment plans in PostgreSQL. Each version that became active is also written to a table that
 * nobody can change. A patient sees their plan and signs it, but holds no right to change rows:
 * once the plan is theirs to see and the rules agree, the service writes in their name.
 */
@ApplicationScoped
class PanacheTreatmentPlans
    implements TreatmentPlans, PanacheRepositoryBase<TreatmentPlanRow, UUID> {

  private final StateJson json;
  private final Clock clock;
  private final Jdbi jdbi;
  private final RowAccess access;

  PanacheTreatmentPlans(StateJson json, Clock clock, Jdbi jdbi, RowAccess access) {
    this.json = json;
    this.clock = clock;
    this.jdbi = jdbi;
    this.access = access;
  }

  @Override
  public Versioned<TreatmentPlan> require(PlanId id) {
    return find(id).orElseThrow(() -> new NotVisible("treatment-plan", id.value()));
  }

  @Override
  public Optional<Versioned<TreatmentPlan>> find(PlanId id) {
    var found = findByIdOptional(id.value());
    found.ifPresent(row -> AuditTrail.read("treatment-plan", row.planId, row.patientId));
    return found.map(this::kept);
  }

  private Versioned<TreatmentPlan> kept(TreatmentPlanRow row) {
    return new Versioned<>(row.toDomain(json), row.rowVersion, row.updatedAt);
  }

  @Override
  public List<Versioned<TreatmentPlan>> ofPatient(PatientId patient) {
    var rows = list("patientId", Sort.by("planId"), patient.value());
    rows.forEach(row -> AuditTrail.read("treatment-plan", row.planId, row.patientId));
    return rows.stream().map(this::kept).toList();
  }

  @Override
  public Optional<PlanId> ofGoal(GoalId goal) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select plan_id from treatment_plan where goal_ids @> array[:goal]")
                .bind("goal", goal)
                .mapTo(UUID.class)
                .map(PlanId::new)
                .findFirst());
  }

  @Override
  public Optional<PlanId> ofEpisode(EpisodeId episode) {
    return find("episodeId", episode.value())
        .firstResultOptional()
        .map(row -> new PlanId(row.planId));
  }

  @Override
  public Versioned<TreatmentPlan> add(TreatmentPlan plan) {
    var row = new TreatmentPlanRow();
    row.take(plan, Callers.current().organizationId(), clock.instant(), json);
    persistAndFlush(row);
    AuditTrail.created("treatment-plan", row.planId, row.patientId);
    return new Versioned<>(plan, row.rowVersion, row.updatedAt);
  }

  @Override
  public Versioned<TreatmentPlan> save(TreatmentPlan plan, int version) {
    return Callers.current().kind() == Caller.Kind.STAFF
        ? write(plan, version)
        : access.elevated(jdbi, "clinical-records", () -> write(plan, version));
  }

  private Versioned<TreatmentPlan> write(TreatmentPlan plan, int version) {
    var row = findById(plan.id().value());
    if (row.rowVersion != version) throw new NotVisible("treatment-plan", row.planId);
    var before = row.activeNumber;
    row.take(plan, row.organizationId, clock.instant(), json);
    flush();
    plan.active()
        .filter(active -> before == null || active.number() > before)
        .ifPresent(active -> freeze(plan, active, row.organizationId));
    AuditTrail.updated("treatment-plan", row.planId, row.patientId);
    return new Versioned<>(plan, row.rowVersion, row.updatedAt);
  }

  private void freeze(TreatmentPlan plan, ActivePlan active, UUID organization) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into treatment_plan_version (plan_id, number, organization_id,"
                        + " patient_id, labels, activated_at, canonical, content_hash, goal_ids,"
                        + " signatures) values (:plan, :number, :org, :patient, :labels, :at,"
                        + " :canonical, :hash, :goals, cast(:signatures as jsonb))")
                .bind("plan", plan.id())
                .bind("number", active.number())
                .bind("org", organization)
                .bind("patient", plan.patient())
                .bind("labels", plan.labels())
                .bind("at", active.activatedAt())
                .bind("canonical", active.signed().canonical())
                .bind("hash", active.signed().hash().value())
                .bindArray(
                    "goals",
                    UUID.class,
                    active.content().goalIds().stream().map(GoalId::value).toList())
                .bind("signatures", json.write(active.signed().signatures()))
                .execute());
  }

  @Override
  public void markReviewOverdue(PlanId id) {
    update(
        "reviewOverdueSince = ?1 where planId = ?2 and reviewOverdueSince is null and closedAt is"
            + " null",
        clock.instant(),
        id.value());
  }
}
