package org.daybridge.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.AccountDeactivated;
import org.daybridge.contract.intake.IntakeEvent.AccountLinked;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.jdbi.v3.core.Jdbi;

/** Keeps this service's accounts as intake announces them. */
@ApplicationScoped
class AccountFollower implements Follower {
  private final Jdbi jdbi;

  AccountFollower(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(AccountLinked.class, AccountDeactivated.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case AccountLinked linked -> link(envelope, linked);
      case AccountDeactivated off -> switchOff(off);
      default -> throw new IllegalArgumentException("Not followed: " + envelope.type());
    }
  }

  private void link(Envelope envelope, AccountLinked linked) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into account (account_id, organization_id, subject, principal_id, kind, roles, active)"
                        + " values (:id, :org, :subject, :principal, :kind, :roles, true)"
                        + " on conflict (subject) do update set account_id = excluded.account_id,"
                        + " principal_id = excluded.principal_id, kind = excluded.kind, roles = excluded.roles,"
                        + " active = true")
                .bind("id", linked.accountId())
                .bind("org", envelope.organizationId())
                .bind("subject", linked.subject())
                .bind("principal", linked.principalId())
                .bind("kind", linked.principalKind())
                .bind("roles", linked.roles().toArray(String[]::new))
                .execute());
  }

  private void switchOff(AccountDeactivated off) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update account set active = false where account_id = :id")
                .bind("id", off.accountId())
                .execute());
  }
}
