package org.daybridge.local.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The codes that a front end exchanges for tokens: good for one minute and once. A code that comes
 * a second time was stolen from someone, so the tokens that it gave are revoked.
 */
final class AuthorizationCodes {

  static final Duration LIFETIME = Duration.ofMinutes(1);

  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private final Clock clock;
  private final RefreshTokens refreshTokens;
  private final Map<String, Issued> issued = new ConcurrentHashMap<>();
  private final Map<String, Used> used = new ConcurrentHashMap<>();

  private record Issued(AuthorizationRequest request, SignedIn who, Instant until) {}

  private record Used(String family, Instant until) {}

  AuthorizationCodes(Clock clock, RefreshTokens refreshTokens) {
    this.clock = clock;
    this.refreshTokens = refreshTokens;
  }

  String issue(AuthorizationRequest request, String subject) {
    forgetOld();
    String code = Opaque.draw();
    SignedIn who = new SignedIn(subject, request.clientId(), request.scope());
    issued.put(code, new Issued(request, who, clock.instant().plus(LIFETIME)));
    return code;
  }

  /** Takes the code; the family names the refresh tokens that grow from it. */
  SignedIn redeem(
      String code, String clientId, String redirectUri, String verifier, String family) {
    Used before = used.get(code);
    if (before != null) {
      refreshTokens.revokeFamily(before.family());
      throw OAuthRefusal.invalidGrant("The code was used before; its tokens are revoked.");
    }
    Issued grant = issued.remove(code);
    if (grant == null || !clock.instant().isBefore(grant.until())) {
      throw OAuthRefusal.invalidGrant("The code is not known or has expired.");
    }
    used.put(code, new Used(family, clock.instant().plus(RefreshTokens.LIFETIME)));
    AuthorizationRequest request = grant.request();
    if (!request.clientId().equals(clientId) || !request.redirectUri().equals(redirectUri)) {
      throw OAuthRefusal.invalidGrant("The code was issued for another client or redirect_uri.");
    }
    if (!VERIFIER.matcher(verifier).matches() || !challenge(verifier).equals(request.challenge())) {
      throw OAuthRefusal.invalidGrant("The code_verifier does not fit the code_challenge.");
    }
    return grant.who();
  }

  static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }

  private void forgetOld() {
    Instant now = clock.instant();
    issued.values().removeIf(it -> !now.isBefore(it.until()));
    used.values().removeIf(it -> !now.isBefore(it.until()));
  }
}
