package org.daybridge.local.issuer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the tokens that the services accept. Their time is real time, in a simulation too. */
public final class AccessTokens {

  /** How long a local token lives; production refuses more than 15 minutes. */
  public static final Duration LIFETIME = Duration.ofMinutes(60);

  /** The audience of every token. */
  public static final String AUDIENCE = "daybridge-api";

  private final String issuer;
  private final SigningKey key;
  private final Clock clock;

  /** Tokens of this issuer, signed with this key. */
  public AccessTokens(String issuer, SigningKey key, Clock clock) {
    this.issuer = issuer;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Whom a token is for and what it may do.
   *
   * @param purpose why data is read, when the token itself has to say so
   */
  public record Wanted(String subject, List<String> roles, String scope, @Nullable String purpose) {

    public Wanted {
      roles = List.copyOf(roles);
    }

    /** A token without scopes of its own. */
    public static Wanted of(String subject, List<String> roles) {
      return new Wanted(subject, roles, "", null);
    }
  }

  /** A signed token. */
  public String sign(Wanted wanted) {
    Instant now = clock.instant();
    JsonObject claims =
        new JsonObject()
            .put("iss", issuer)
            .put("aud", AUDIENCE)
            .put("sub", wanted.subject())
            .put("groups", new JsonArray(wanted.roles()))
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(LIFETIME).getEpochSecond())
            .put("jti", UUID.randomUUID().toString())
            .put("typ", "Bearer")
            .put("scope", wanted.scope());
    if (wanted.purpose() != null) {
      claims.put("purpose", wanted.purpose());
    }
    return key.sign(claims);
  }
}
