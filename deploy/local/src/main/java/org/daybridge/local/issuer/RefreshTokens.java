package org.daybridge.local.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refresh tokens that change with each use. All that grew from one sign-in are a family; an old one
 * that comes again ends the family, because then two hold it. They are kept in memory: whoever
 * stops the stack signs everyone out.
 */
final class RefreshTokens {

  static final Duration LIFETIME = Duration.ofHours(12);

  private final Clock clock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  private record Held(SignedIn who, String family, Instant until, boolean spent) {}

  /** What a refresh token gave when it was spent. */
  record Renewed(SignedIn who, String nextToken) {}

  RefreshTokens(Clock clock) {
    this.clock = clock;
  }

  String issue(SignedIn who, String family) {
    forgetOld();
    String token = Opaque.draw();
    held.put(token, new Held(who, family, clock.instant().plus(LIFETIME), false));
    return token;
  }

  /** Spends the token; of two who spend it at once, one is refused and both lose the family. */
  Renewed renew(String token, String clientId) {
    Held before = held.get(token);
    if (before == null
        || !clock.instant().isBefore(before.until())
        || !before.who().clientId().equals(clientId)) {
      throw OAuthRefusal.invalidGrant("The refresh_token is not known, has ended or is another's.");
    }
    Held spent = new Held(before.who(), before.family(), before.until(), true);
    if (before.spent() || !held.replace(token, before, spent)) {
      revokeFamily(before.family());
      throw OAuthRefusal.invalidGrant("The refresh_token was used before; its family is revoked.");
    }
    return new Renewed(before.who(), issue(before.who(), before.family()));
  }

  /**
   * Signs out: the token and all of its family end. An unknown token is nothing to complain about.
   */
  void revoke(String token) {
    Held known = held.get(token);
    if (known != null) {
      revokeFamily(known.family());
    }
  }

  void revokeFamily(String family) {
    held.values().removeIf(it -> it.family().equals(family));
  }

  private void forgetOld() {
    Instant now = clock.instant();
    held.values().removeIf(it -> !now.isBefore(it.until()));
  }
}
