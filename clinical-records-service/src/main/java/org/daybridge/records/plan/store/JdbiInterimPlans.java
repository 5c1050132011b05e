package org.daybridge.records.plan.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.RowAccess;
import org.daybridge.records.plan.InterimPlan;
import org.daybridge.records.plan.InterimPlanId;
import org.daybridge.records.plan.InterimPlans;
import org.jdbi.v3.core.Jdbi;

/** Interim plans of care: one row per episode, opened and ended. */
@ApplicationScoped
class JdbiInterimPlans implements InterimPlans {

  private final Jdbi jdbi;
  private final Clock clock;
  private final RowAccess access;

  JdbiInterimPlans(Jdbi jdbi, Clock clock, RowAccess access) {
    this.access = access;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public boolean open(InterimPlan plan) {
    var opened =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into interim_plan (interim_plan_id, organization_id, patient_id,"
                            + " labels, episode_id, opened_at, plan_due_on) values (:id, :org,"
                            + " :patient, :labels, :episode, :openedAt, :dueOn)"
                            + " on conflict (episode_id) do nothing")
                    .bind("id", plan.id())
                    .bind("org", Callers.current().organizationId())
                    .bind("patient", plan.patient())
                    .bind("labels", plan.labels())
                    .bind("episode", plan.episode())
                    .bind("openedAt", plan.openedAt())
                    .bind("dueOn", plan.planDueOn())
                    .execute());
    if (opened > 0) {
      AuditTrail.created("interim-plan", plan.id().value(), plan.patient().value());
    }
    return opened > 0;
  }

  @Override
  public Optional<InterimPlan> ofEpisode(EpisodeId episode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from interim_plan where episode_id = :episode")
                .bind("episode", episode)
                .map((row, _) -> interim(row))
                .findOne());
  }

  @Override
  public void end(EpisodeId episode, Instant at) {
    if (Callers.current().kind() == Caller.Kind.STAFF) {
      write(episode, at);
    } else {
      access.elevated(jdbi, "clinical-records", () -> write(episode, at));
    }
  }

  private int write(EpisodeId episode, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "update interim_plan set ended_at = :at where episode_id = :episode"
                        + " and ended_at is null")
                .bind("at", at)
                .bind("episode", episode)
                .execute());
  }

  @Override
  public void markOverdue(InterimPlanId id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update interim_plan set overdue_since = :now where interim_plan_id = :id"
                        + " and ended_at is null and overdue_since is null")
                .bind("now", clock.instant())
                .bind("id", id)
                .execute());
  }

  private static InterimPlan interim(ResultSet row) throws SQLException {
    var ended = row.getObject("ended_at", OffsetDateTime.class);
    return new InterimPlan(
        new InterimPlanId(row.getObject("interim_plan_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        row.getInt("labels"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("plan_due_on", LocalDate.class),
        Optional.ofNullable(ended).map(OffsetDateTime::toInstant));
  }
}
