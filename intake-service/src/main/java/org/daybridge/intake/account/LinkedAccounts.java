package org.daybridge.intake.account;

import java.util.Optional;
import org.daybridge.contract.intake.AccountId;

/** All accounts of the organization. */
public interface LinkedAccounts {
  LinkedAccount require(AccountId id);

  Optional<LinkedAccount> withSubject(String subject);

  void save(LinkedAccount account);
}
