package org.daybridge.intake.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.AccountId;
import org.daybridge.intake.account.LinkedAccount;
import org.daybridge.intake.account.LinkedAccounts;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Accounts in the kit's table, which every request reads. */
@ApplicationScoped
class AccountTable implements LinkedAccounts {
  private final Jdbi jdbi;

  AccountTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public LinkedAccount require(AccountId id) {
    return jdbi.withHandle(
        handle ->
            one(handle, "account_id = :value", query -> query.bind("value", id))
                .orElseThrow(() -> new NotVisible("Account", id.value())));
  }

  @Override
  public Optional<LinkedAccount> withSubject(String subject) {
    return jdbi.withHandle(
        handle -> one(handle, "subject = :value", query -> query.bind("value", subject)));
  }

  @Override
  public void save(LinkedAccount account) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into account (account_id, organization_id, subject, principal_id, kind, roles, active)"
                        + " values (:id, :org, :subject, :principal, :kind, :roles, :active)"
                        + " on conflict (account_id) do update set active = excluded.active, roles = excluded.roles")
                .bind("id", account.id())
                .bind("org", Callers.current().organizationId())
                .bind("subject", account.subject())
                .bind("principal", account.principalId())
                .bind("kind", account.kind().name())
                .bind("roles", account.roles().toArray(String[]::new))
                .bind("active", account.active())
                .execute());
    AuditTrail.updated("Account", account.id().value(), null);
  }

  private interface Binding {
    Query bind(Query query);
  }

  private static Optional<LinkedAccount> one(Handle handle, String where, Binding binding) {
    Query query =
        handle.createQuery(
            "select account_id, subject, principal_id, kind, roles, active from account where "
                + where
                + " for update");
    return binding
        .bind(query)
        .map(
            (row, _) ->
                new LinkedAccount(
                    new AccountId(row.getObject("account_id", UUID.class)),
                    row.getString("subject"),
                    row.getObject("principal_id", UUID.class),
                    LinkedAccount.PrincipalKind.valueOf(row.getString("kind")),
                    Set.of((String[]) row.getArray("roles").getArray()),
                    row.getBoolean("active")))
        .findOne();
  }
}
