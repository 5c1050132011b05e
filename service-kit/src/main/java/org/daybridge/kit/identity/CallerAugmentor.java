package org.daybridge.kit.identity;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.Permission;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Turns a valid token into a caller: the subject's account, the roles that token and account share,
 * and the permissions that the access matrix gives to those roles. A system needs no account; a
 * person does.
 */
@ApplicationScoped
public class CallerAugmentor implements SecurityIdentityAugmentor {
  /** Attribute of the security identity that holds the {@link Principal}. */
  public static final String PRINCIPAL = "daybridge.principal";

  private static final Set<String> SYSTEMS = Set.of("service", "integration_client");

  private final Accounts accounts;
  private final IdentitySettings settings;

  CallerAugmentor(Accounts accounts, IdentitySettings settings) {
    this.accounts = accounts;
    this.settings = settings;
  }

  /** The linked person or system of a request, before purpose and request id are known. */
  public record Principal(
      UUID id,
      Caller.Kind kind,
      Set<String> roles,
      UUID organizationId,
      String subject,
      Limits limits) {}

  /** What the token itself narrows: scopes, and the purpose of use where it names one. */
  public record Limits(SmartScopes scopes, @Nullable String purpose) {
    static Limits of(JsonWebToken token) {
      return new Limits(
          SmartScopes.of(token.<String>getClaim("scope")), token.<String>getClaim("purpose"));
    }
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    String subject = token.getSubject();
    if (subject == null || subject.isBlank()) {
      return Uni.createFrom().item(with(identity, token, Optional.empty()));
    }
    Optional<Account> known = accounts.ifRemembered(subject);
    if (known != null) {
      return Uni.createFrom().item(with(identity, token, known));
    }
    return context.runBlocking(() -> with(identity, token, accounts.find(subject)));
  }

  private SecurityIdentity with(
      SecurityIdentity identity, JsonWebToken token, Optional<Account> account) {
    Principal principal = principal(token, account);
    Set<String> permitted = AccessMatrix.get().permissionsOf(principal.roles());
    return QuarkusSecurityIdentity.builder(identity)
        .addAttribute(PRINCIPAL, principal)
        .addPermissionChecker(asked -> Uni.createFrom().item(holds(permitted, asked)))
        .build();
  }

  private Principal principal(JsonWebToken token, Optional<Account> account) {
    Set<String> asked = token.getGroups() == null ? Set.of() : token.getGroups();
    if (account.isPresent()) {
      Account linked = account.get();
      Set<String> shared = new HashSet<>(linked.roles());
      shared.retainAll(asked);
      return new Principal(
          linked.principalId(),
          linked.kind(),
          shared,
          linked.organizationId(),
          linked.subject(),
          Limits.of(token));
    }
    String subject = String.valueOf(token.getSubject());
    UUID id = UUID.nameUUIDFromBytes(("subject:" + subject).getBytes(StandardCharsets.UTF_8));
    if (asked.size() == 1 && SYSTEMS.containsAll(asked)) {
      Caller.Kind kind = asked.contains("service") ? Caller.Kind.SERVICE : Caller.Kind.CLIENT;
      return new Principal(id, kind, asked, settings.organization(), subject, Limits.of(token));
    }
    return new Principal(
        id, Caller.Kind.STAFF, Set.of(), settings.organization(), subject, Limits.of(token));
  }

  private static boolean holds(Set<String> permitted, Permission asked) {
    String actions = asked.getActions();
    String full =
        actions == null || actions.isEmpty() ? asked.getName() : asked.getName() + ":" + actions;
    return permitted.contains(full);
  }

  /** The principal of an identity; without one nothing is permitted. */
  public static Principal of(SecurityIdentity identity) {
    Principal principal = identity.getAttribute(PRINCIPAL);
    if (principal == null) {
      throw new ForbiddenException();
    }
    return principal;
  }
}
