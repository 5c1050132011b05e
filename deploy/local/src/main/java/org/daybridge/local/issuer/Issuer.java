package org.daybridge.local.issuer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the local issuer decides; {@link IssuerRoutes} speaks HTTP for it. */
public final class Issuer {

  private final String url;
  private final SigningKey key;
  private final Personas personas;
  private final Clients clients;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final AuthorizationCodes codes;

  /** An issuer under this URL, which is also the {@code iss} of its tokens. */
  public Issuer(String url, SigningKey key, Personas personas, Clients clients, Clock clock) {
    this.url = url;
    this.key = key;
    this.personas = personas;
    this.clients = clients;
    this.accessTokens = new AccessTokens(url, key, clock);
    this.refreshTokens = new RefreshTokens(clock);
    this.codes = new AuthorizationCodes(clock, refreshTokens);
  }

  JsonObject keySet() {
    return key.keySet();
  }

  Personas personas() {
    return personas;
  }

  AuthorizationRequest request(Map<String, String> parameters) {
    return AuthorizationRequest.from(parameters, clients);
  }

  /** The picked persona is signed in: the browser takes the code to the front end. */
  URI signIn(AuthorizationRequest request, String subject) {
    return personas
        .find(subject)
        .map(it -> request.answer("code", codes.issue(request, it.subject())))
        .orElseGet(() -> request.answer("error", "access_denied"));
  }

  void signOut(String refreshToken) {
    refreshTokens.revoke(refreshToken);
  }

  boolean mayReceiveAt(String clientId, String redirect) {
    return clients.find(clientId).filter(it -> it.mayReceiveAt(redirect)).isPresent();
  }

  /** The token endpoint. */
  JsonObject token(Map<String, String> form, @Nullable String authorization) {
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> redeemCode(form);
      case "refresh_token" -> renew(form);
      case "client_credentials" -> forSystem(form, authorization);
      case "" -> throw OAuthRefusal.invalidRequest("grant_type is missing.");
      default ->
          throw OAuthRefusal.unsupportedGrant(
              "This issuer knows authorization_code, refresh_token and client_credentials.");
    };
  }

  private JsonObject redeemCode(Map<String, String> form) {
    String family = UUID.randomUUID().toString();
    SignedIn who =
        codes.redeem(
            required(form, "code"),
            required(form, "client_id"),
            required(form, "redirect_uri"),
            required(form, "code_verifier"),
            family);
    return answer(who, who.scope(), refreshTokens.issue(who, family));
  }

  private JsonObject renew(Map<String, String> form) {
    String narrowed = form.getOrDefault("scope", "");
    RefreshTokens.Renewed renewed =
        refreshTokens.renew(required(form, "refresh_token"), required(form, "client_id"));
    String scope = narrowed.isEmpty() ? renewed.who().scope() : narrowed;
    if (!Scopes.contains(renewed.who().scope(), scope)) {
      throw OAuthRefusal.invalidScope("A refresh can narrow the scope, not widen it.");
    }
    return answer(renewed.who(), scope, renewed.nextToken());
  }

  private JsonObject answer(SignedIn who, String scope, String refreshToken) {
    Persona persona =
        personas
            .find(who.subject())
            .orElseThrow(() -> OAuthRefusal.invalidGrant("The persona is no longer there."));
    JsonObject answer =
        bearer(new AccessTokens.Wanted(persona.subject(), persona.roles(), scope, null))
            .put("refresh_token", refreshToken);
    if (persona.kind() == Persona.Kind.PATIENT && scope.contains("launch/patient")) {
      answer.put("patient", persona.person());
    }
    return answer;
  }

  private JsonObject forSystem(Map<String, String> form, @Nullable String authorization) {
    Credentials credentials = Credentials.from(form, authorization);
    Supplier<OAuthRefusal> unknown =
        () -> OAuthRefusal.invalidClient("The client or its secret is not known here.");
    Client client =
        clients
            .find(credentials.id())
            .filter(it -> it.knows(credentials.secret()))
            .orElseThrow(unknown);
    String scope = form.getOrDefault("scope", "");
    if (!Scopes.areWellFormed(scope)) {
      throw OAuthRefusal.invalidScope("The scope is not well formed.");
    }
    return bearer(new AccessTokens.Wanted(client.id(), client.roles(), scope, null));
  }

  private JsonObject bearer(AccessTokens.Wanted wanted) {
    return new JsonObject()
        .put("access_token", accessTokens.sign(wanted))
        .put("token_type", "Bearer")
        .put("expires_in", AccessTokens.LIFETIME.toSeconds())
        .put("scope", wanted.scope());
  }

  private static String required(Map<String, String> form, String name) {
    String value = form.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw OAuthRefusal.invalidRequest(name + " is missing.");
    }
    return value;
  }

  private record Credentials(String id, String secret) {

    static Credentials from(Map<String, String> form, @Nullable String authorization) {
      if (authorization == null || !authorization.startsWith("Basic ")) {
        return new Credentials(
            form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
      }
      try {
        String pair =
            new String(
                Base64.getDecoder().decode(authorization.substring("Basic ".length()).strip()),
                StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return new Credentials(
            colon < 0 ? pair : pair.substring(0, colon),
            colon < 0 ? "" : pair.substring(colon + 1));
      } catch (IllegalArgumentException notBase64) {
        throw OAuthRefusal.invalidClient("The Authorization header is not well formed.");
      }
    }
  }

  /** What SMART front ends read to find everything else. */
  JsonObject smartConfiguration() {
    return new JsonObject()
        .put("issuer", url)
        .put("jwks_uri", url + "/jwks")
        .put("authorization_endpoint", url + "/authorize")
        .put("token_endpoint", url + "/token")
        .put("end_session_endpoint", url + "/logout")
        .put("response_types_supported", names("code"))
        .put(
            "grant_types_supported",
            names("authorization_code", "refresh_token", "client_credentials"))
        .put("code_challenge_methods_supported", names("S256"))
        .put(
            "token_endpoint_auth_methods_supported",
            names("none", "client_secret_basic", "client_secret_post"))
        .put(
            "scopes_supported",
            names("launch/patient", "offline_access", "patient/*.rs", "user/*.rs", "system/*.rs"))
        .put(
            "capabilities",
            names(
                "client-public",
                "client-confidential-symmetric",
                "launch-standalone",
                "context-standalone-patient",
                "permission-offline",
                "permission-patient",
                "permission-user",
                "permission-v2"));
  }

  private static JsonArray names(String... names) {
    return new JsonArray(List.of(names));
  }
}
