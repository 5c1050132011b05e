package org.daybridge.intake.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.AccountId;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.intake.account.LinkedAccount.PrincipalKind;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.outbox.Outbox;

/** Links and switches off accounts. */
@ApplicationScoped
@Transactional
public class AccountHandler {
  private final LinkedAccounts accounts;
  private final Outbox outbox;
  private final Clock clock;

  AccountHandler(LinkedAccounts accounts, Outbox outbox, Clock clock) {
    this.accounts = accounts;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Links a subject to a person; the same link again answers the account that is there. */
  public LinkedAccount link(
      String subject, UUID principalId, PrincipalKind kind, Set<String> roles) {
    Optional<LinkedAccount> present = accounts.withSubject(subject);
    if (present.isPresent()) {
      LinkedAccount there = present.get();
      if (there.active()
          && there.principalId().equals(principalId)
          && there.kind() == kind
          && there.roles().equals(roles)) {
        return there;
      }
      throw RuleRefused.state(
          "subject-has-one-account", "This subject is linked to an account already.");
    }
    return keep(LinkedAccount.link(new AccountId(Ids.next()), subject, principalId, kind, roles));
  }

  public LinkedAccount deactivate(AccountId id) {
    return keep(accounts.require(id).deactivate(clock.instant()));
  }

  private LinkedAccount keep(Decision<LinkedAccount, IntakeEvent> decision) {
    Decision.Applied<LinkedAccount, IntakeEvent> applied = decision.orRefuse();
    accounts.save(applied.next());
    applied.events().forEach(event -> outbox.append(event));
    return applied.next();
  }
}
