package org.daybridge.outcomes.episode.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.GrantId;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.contract.intake.IntakeEvent.AccessGranted;
import org.daybridge.contract.intake.IntakeEvent.AccessRevoked;
import org.daybridge.contract.intake.IntakeEvent.AccountDeactivated;
import org.daybridge.contract.intake.IntakeEvent.AccountLinked;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SchedulingEvent.RosterAccessGranted;
import org.daybridge.contract.scheduling.SchedulingEvent.RosterAccessRevoked;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Follows who may see whom, and who a token's subject is. */
@ApplicationScoped
class AccessFollower implements Follower {
  private final Jdbi jdbi;

  AccessFollower(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Grant(
      GrantId id,
      UUID principal,
      PatientId patient,
      GrantKind kind,
      String purpose,
      int labels,
      boolean canWrite,
      Instant from,
      @Nullable Instant to) {}

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(
        AccessGranted.class,
        AccessRevoked.class,
        RosterAccessGranted.class,
        RosterAccessRevoked.class,
        AccountLinked.class,
        AccountDeactivated.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case AccessGranted g ->
          grant(
              new Grant(
                  g.grantId(),
                  g.principalId(),
                  g.patientId(),
                  g.kind(),
                  g.purpose(),
                  g.allowedLabels(),
                  g.canWrite(),
                  g.validFrom(),
                  g.validTo()));
      case RosterAccessGranted g ->
          grant(
              new Grant(
                  g.grantId(),
                  g.principalId(),
                  g.patientId(),
                  g.kind(),
                  g.purpose(),
                  g.allowedLabels(),
                  g.canWrite(),
                  g.validFrom(),
                  g.validTo()));
      case AccessRevoked revoked -> revoke(revoked.grantId(), revoked.revokedAt());
      case RosterAccessRevoked revoked -> revoke(revoked.grantId(), revoked.revokedAt());
      case AccountLinked linked -> link(linked);
      case AccountDeactivated off -> deactivate(off);
      default -> throw new IllegalArgumentException(envelope.type() + " is not followed here");
    }
  }

  private void grant(Grant grant) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into access_grant (grant_id, organization_id, principal_id, patient_id, kind,"
                        + " purpose, allowed_labels, can_write, valid_from, valid_to) values (:id, :org,"
                        + " :principal, :patient, :kind, :purpose, :labels, :write, :from, :to)"
                        + " on conflict (grant_id) do update set allowed_labels = excluded.allowed_labels,"
                        + " can_write = excluded.can_write, valid_from = excluded.valid_from,"
                        + " valid_to = excluded.valid_to")
                .bind("id", grant.id())
                .bind("org", Callers.current().organizationId())
                .bind("principal", grant.principal())
                .bind("patient", grant.patient())
                .bind("kind", grant.kind().name())
                .bind("purpose", grant.purpose())
                .bind("labels", grant.labels())
                .bind("write", grant.canWrite())
                .bind("from", grant.from())
                .bindByType("to", grant.to(), Instant.class)
                .execute());
  }

  private void revoke(GrantId grant, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update access_grant set valid_to = greatest(valid_from, :at) where grant_id = :id"
                        + " and (valid_to is null or valid_to > :at)")
                .bind("at", at)
                .bind("id", grant)
                .execute());
  }

  private void link(AccountLinked linked) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into account (account_id, organization_id, subject, principal_id, kind, roles,"
                        + " active) values (:id, :org, :subject, :principal, :kind, :roles, true)"
                        + " on conflict (subject) do update set account_id = excluded.account_id,"
                        + " principal_id = excluded.principal_id, kind = excluded.kind,"
                        + " roles = excluded.roles, active = true")
                .bind("id", linked.accountId())
                .bind("org", Callers.current().organizationId())
                .bind("subject", linked.subject())
                .bind("principal", linked.principalId())
                .bind("kind", linked.principalKind())
                .bindArray("roles", String.class, linked.roles().toArray())
                .execute());
  }

  private void deactivate(AccountDeactivated off) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update account set active = false where subject = :subject")
                .bind("subject", off.subject())
                .execute());
  }
}
