package org.daybridge.kit.http;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.CallerAugmentor;
import org.daybridge.kit.identity.IdentitySettings;
import org.daybridge.kit.identity.ScopeMayNot;
import org.daybridge.kit.problem.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * The caller of an HTTP request: who the token speaks for, for which purpose, under which request
 * id.
 */
@ApplicationScoped
public class CallerOfRequest {
  /** Purposes of use (HL7 v3-PurposeOfUse) that a caller can name. */
  private static final Set<String> PURPOSES =
      Set.of("TREAT", "ETREAT", "HPAYMT", "HOPERAT", "PATRQT");

  static final String PURPOSE_HEADER = "X-Purpose-Of-Use";

  private final IdentitySettings settings;

  CallerOfRequest(IdentitySettings settings) {
    this.settings = settings;
  }

  public Caller of(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return new Caller(
          new java.util.UUID(0, 0),
          Caller.Kind.CLIENT,
          Set.of(),
          settings.organization(),
          "TREAT",
          RequestIds.require(),
          "anonymous",
          !RequestIds.isWrite());
    }
    CallerAugmentor.Principal principal = CallerAugmentor.of(identity);
    CallerAugmentor.Limits limits = principal.limits();
    if (!limits.scopes().allow(principal.kind(), RequestIds.method(), RequestIds.path())) {
      throw new ScopeMayNot();
    }
    return caller(principal, purpose(principal.kind(), limits.purpose()));
  }

  /** Who was denied, whatever purpose was named; empty when nobody is known. */
  Optional<Caller> ofDenied(SecurityIdentity identity) {
    CallerAugmentor.Principal principal = identity.getAttribute(CallerAugmentor.PRINCIPAL);
    return Optional.ofNullable(principal).map(known -> caller(known, otherwise(known.kind())));
  }

  private static Caller caller(CallerAugmentor.Principal principal, String purpose) {
    return new Caller(
        principal.id(),
        principal.kind(),
        principal.roles(),
        principal.organizationId(),
        purpose,
        RequestIds.require(),
        principal.subject(),
        !RequestIds.isWrite());
  }

  /** A purpose that the token names is the only one it serves. */
  private static String purpose(Caller.Kind kind, @Nullable String ofToken) {
    String named = RequestIds.header(PURPOSE_HEADER);
    String meant = named != null ? named : ofToken;
    if (meant == null) {
      return otherwise(kind);
    }
    if (!PURPOSES.contains(meant) || ofToken != null && !ofToken.equals(meant)) {
      Set<String> possible = ofToken == null ? PURPOSES : Set.of(ofToken);
      throw new BadRequest(
          "bad-parameter",
          PURPOSE_HEADER + " must be one of " + String.join(", ", new TreeSet<>(possible)),
          List.of());
    }
    return meant;
  }

  private static String otherwise(Caller.Kind kind) {
    return kind == Caller.Kind.PATIENT || kind == Caller.Kind.PROXY ? "PATRQT" : "TREAT";
  }
}
