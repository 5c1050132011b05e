package org.daybridge.records.personalplan.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.RowAccess;
import org.daybridge.records.personalplan.PersonalPlan;
import org.daybridge.records.personalplan.PersonalPlan.SignedVersion;
import org.daybridge.records.personalplan.PersonalPlanId;
import org.daybridge.records.personalplan.PersonalPlanKind;
import org.daybridge.records.personalplan.PersonalPlans;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.signing.store.StateJson;
import org.jdbi.v3.core.Jdbi;

/**
 * Personal plans in PostgreSQL; each signed version also lies where nobody can change it. As with
 * treatment plans, the service writes in the name of a patient who signs.
 */
@ApplicationScoped
class PanachePersonalPlans implements PersonalPlans, PanacheRepositoryBase<PersonalPlanRow, UUID> {

  private final StateJson json;
  private final Clock clock;
  private final Jdbi jdbi;
  private final RowAccess access;

  PanachePersonalPlans(StateJson json, Clock clock, Jdbi jdbi, RowAccess access) {
    this.json = json;
    this.clock = clock;
    this.jdbi = jdbi;
    this.access = access;
  }

  @Override
  public Versioned<PersonalPlan> require(PersonalPlanId id, PersonalPlanKind kind) {
    var row = findById(id.value());
    if (row == null || !row.kind.equals(kind.name())) {
      throw new NotVisible(named(kind.name()), id.value());
    }
    AuditTrail.read(named(row.kind), row.personalPlanId, row.patientId);
    return new Versioned<>(row.toDomain(json), row.rowVersion, row.updatedAt);
  }

  @Override
  public Versioned<PersonalPlan> add(PersonalPlan plan) {
    var row = new PersonalPlanRow();
    row.take(plan, Callers.current().organizationId(), clock.instant(), json);
    persistAndFlush(row);
    AuditTrail.created(named(row.kind), row.personalPlanId, row.patientId);
    return new Versioned<>(plan, row.rowVersion, row.updatedAt);
  }

  @Override
  public Versioned<PersonalPlan> save(PersonalPlan plan, int version) {
    return Callers.current().kind() == Caller.Kind.STAFF
        ? write(plan, version)
        : access.elevated(jdbi, "clinical-records", () -> write(plan, version));
  }

  private Versioned<PersonalPlan> write(PersonalPlan plan, int version) {
    var row = findById(plan.id().value());
    if (row.rowVersion != version) throw new NotVisible(named(row.kind), row.personalPlanId);
    var before = row.signedNumber == null ? 0 : row.signedNumber;
    row.take(plan, row.organizationId, clock.instant(), json);
    flush();
    plan.inForce()
        .filter(signed -> signed.version().number() > before)
        .ifPresent(signed -> freeze(plan, signed, row.organizationId));
    AuditTrail.updated(named(row.kind), row.personalPlanId, row.patientId);
    return new Versioned<>(plan, row.rowVersion, row.updatedAt);
  }

  private void freeze(PersonalPlan plan, SignedVersion signed, UUID organization) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into personal_plan_version (personal_plan_id, number, organization_id,"
                        + " patient_id, labels, signed_at, canonical, content_hash) values (:plan,"
                        + " :number, :org, :patient, :labels, :at, :canonical, :hash)")
                .bind("plan", plan.id())
                .bind("number", signed.version().number())
                .bind("org", organization)
                .bind("patient", plan.patient())
                .bind("labels", plan.labels())
                .bind("at", signed.signedAt())
                .bind("canonical", signed.version().canonical())
                .bind("hash", signed.version().hash().value())
                .execute());
  }

  private static String named(String kind) {
    return kind.toLowerCase(Locale.ROOT).replace('_', '-') + "-plan";
  }
}
