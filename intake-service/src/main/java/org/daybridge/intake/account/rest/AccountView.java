package org.daybridge.intake.account.rest;

import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.AccountId;
import org.daybridge.intake.account.LinkedAccount;

/** An account as its managers see it. */
public record AccountView(
    AccountId id,
    String subject,
    UUID principalId,
    LinkedAccount.PrincipalKind kind,
    Set<String> roles,
    boolean active) {
  static AccountView of(LinkedAccount account) {
    return new AccountView(
        account.id(),
        account.subject(),
        account.principalId(),
        account.kind(),
        account.roles(),
        account.active());
  }
}
