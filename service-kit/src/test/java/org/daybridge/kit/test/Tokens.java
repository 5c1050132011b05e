package org.daybridge.kit.test;

import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daybridge.kit.identity.Caller;

/** Tokens as the issuer makes them, for people whose account is linked on the way. */
public final class Tokens {
  private static final Duration LIFE = Duration.ofMinutes(10);

  private Tokens() {}

  /** A token of a staff member with one role; the account is linked in this service's database. */
  public static String staff(String role, UUID staffId) {
    return person(Caller.Kind.STAFF, role, staffId);
  }

  /** A member of the staff whose token is narrowed by scopes, as an app's is. */
  public static String scoped(String role, UUID staffId, String scope) {
    String subject = subject(role, staffId);
    TestGrants.account(subject, Caller.Kind.STAFF, staffId, Set.of(role));
    return Jwt.issuer(TestKeys.ISSUER)
        .subject(subject)
        .audience("daybridge-api")
        .groups(Set.of(role))
        .claim("scope", scope)
        .issuedAt(Instant.now())
        .expiresIn(LIFE)
        .jws()
        .keyId(TestKeys.KEY_ID)
        .sign(TestKeys.trusted().getPrivate());
  }

  public static String patient(UUID patientId) {
    return person(Caller.Kind.PATIENT, "patient", patientId);
  }

  public static String proxy(UUID proxyId) {
    return person(Caller.Kind.PROXY, "proxy", proxyId);
  }

  /** A token of a system that needs no account: another service, or an EHR. */
  public static String service() {
    return signed("service-under-test", Set.of("service"), LIFE, "daybridge-api");
  }

  public static String integrationClient(String name) {
    return signed(name, Set.of("integration_client"), LIFE, "daybridge-api");
  }

  /** A valid token of somebody who has no account here. */
  public static String stranger(String role) {
    return signed("stranger-" + UUID.randomUUID(), Set.of(role), LIFE, "daybridge-api");
  }

  public static String expired(String role, UUID staffId) {
    TestGrants.account(subject(role, staffId), Caller.Kind.STAFF, staffId, Set.of(role));
    return signed(subject(role, staffId), Set.of(role), Duration.ofMinutes(-10), "daybridge-api");
  }

  public static String wrongAudience(String role, UUID staffId) {
    TestGrants.account(subject(role, staffId), Caller.Kind.STAFF, staffId, Set.of(role));
    return signed(subject(role, staffId), Set.of(role), LIFE, "another-api");
  }

  /** Signed by a key that nobody here trusts. */
  public static String foreign(String role) {
    return Jwt.issuer(TestKeys.ISSUER)
        .subject("foreign")
        .audience("daybridge-api")
        .groups(Set.of(role))
        .expiresIn(LIFE)
        .jws()
        .keyId(TestKeys.KEY_ID)
        .sign(TestKeys.foreign().getPrivate());
  }

  /** A token of somebody who has this role, whatever kind of principal the role is for. */
  public static String of(String role) {
    UUID id = UUID.randomUUID();
    return switch (role) {
      case "service" -> service();
      case "integration_client" -> integrationClient("client-" + id);
      case "patient" -> patient(id);
      case "proxy" -> proxy(id);
      default -> staff(role, id);
    };
  }

  /** Tokens that open nothing, by what is wrong with them. */
  public static Map<String, String> bad(String role) {
    UUID id = UUID.randomUUID();
    String good = staff(role, id);
    String payload = good.substring(good.indexOf('.') + 1, good.lastIndexOf('.'));
    String cut = good.substring(0, good.length() - 8);
    return Map.of(
        "expired", expired(role, id),
        "for another audience", wrongAudience(role, id),
        "of another issuer", anotherIssuer(role),
        "signed by a stranger", foreign(role),
        "alg none", encoded("{\"alg\":\"none\"}") + "." + payload + ".",
        "alg None, signed", encoded("{\"alg\":\"None\"}") + "." + payload + ".AAAA",
        "signed with the public key", keyConfusion(payload),
        "signature cut off", cut,
        "no token at all", "nonsense");
  }

  private static String anotherIssuer(String role) {
    return Jwt.issuer("https://issuer.elsewhere")
        .subject("elsewhere")
        .audience("daybridge-api")
        .groups(Set.of(role))
        .expiresIn(LIFE)
        .jws()
        .keyId(TestKeys.KEY_ID)
        .sign(TestKeys.trusted().getPrivate());
  }

  /** The public key, used as the secret of a symmetric signature. */
  private static String keyConfusion(String payload) {
    String signed =
        encoded("{\"alg\":\"HS256\",\"kid\":\"" + TestKeys.KEY_ID + "\"}") + "." + payload;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(TestKeys.trusted().getPublic().getEncoded(), "HmacSHA256"));
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.US_ASCII));
  }

  private static String person(Caller.Kind kind, String role, UUID id) {
    String subject = subject(role, id);
    TestGrants.account(subject, kind, id, Set.of(role));
    return signed(subject, Set.of(role), LIFE, "daybridge-api");
  }

  private static String subject(String role, UUID id) {
    return role + "-" + id;
  }

  private static String signed(String subject, Set<String> groups, Duration life, String audience) {
    Instant now = Instant.now();
    return Jwt.issuer(TestKeys.ISSUER)
        .subject(subject)
        .audience(audience)
        .groups(groups)
        .issuedAt(life.isNegative() ? now.plus(life.multipliedBy(2)) : now)
        .expiresAt(now.plus(life))
        .jws()
        .keyId(TestKeys.KEY_ID)
        .sign(TestKeys.trusted().getPrivate());
  }
}
