package org.daybridge.intake.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.AccountId;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.IntakeEvent.AccountDeactivated;
import org.daybridge.contract.intake.IntakeEvent.AccountLinked;
import org.daybridge.kit.decision.Decision;

/**
 * An account links the subject of an issuer's tokens to one person here. It is active until it is
 * switched off, for good: a person who comes back gets a new subject or is linked anew.
 */
public record LinkedAccount(
    AccountId id,
    String subject,
    UUID principalId,
    PrincipalKind kind,
    Set<String> roles,
    boolean active) {

  /** Whom an account can stand for. */
  public enum PrincipalKind {
    STAFF,
    PATIENT,
    PROXY
  }

  public LinkedAccount {
    roles = Set.copyOf(roles);
  }

  /** Links a subject. A patient's account has the role patient only, a proxy's the role proxy. */
  public static Decision<LinkedAccount, IntakeEvent> link(
      AccountId id, String subject, UUID principalId, PrincipalKind kind, Set<String> roles) {
    boolean fits =
        switch (kind) {
          case PATIENT -> roles.equals(Set.of("patient"));
          case PROXY -> roles.equals(Set.of("proxy"));
          case STAFF ->
              !roles.isEmpty()
                  && roles.stream()
                      .noneMatch(
                          Set.of("patient", "proxy", "service", "integration_client")::contains);
        };
    if (!fits) {
      return Decision.refused(
          "roles-fit-the-person", "These roles can't be given to an account of kind " + kind + ".");
    }
    return Decision.applied(
        new LinkedAccount(id, subject, principalId, kind, roles, true),
        new AccountLinked(id, subject, principalId, kind.name(), roles));
  }

  /** Switches the account off; a second time changes nothing. */
  public Decision<LinkedAccount, IntakeEvent> deactivate(Instant now) {
    if (!active) {
      return Decision.applied(this);
    }
    return Decision.applied(
        new LinkedAccount(id, subject, principalId, kind, roles, false),
        new AccountDeactivated(id, subject, now));
  }
}
