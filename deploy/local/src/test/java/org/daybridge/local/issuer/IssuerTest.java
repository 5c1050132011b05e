package org.daybridge.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in by code and PKCE, refresh, sign-out and the systems' own tokens. */
class IssuerTest {

  private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0";
  private static final String REDIRECT = "http://localhost:5173/callback";

  @TempDir static Path keys;
  @TempDir Path folder;
  private final MovableClock clock = new MovableClock();
  private Issuer issuer;

  @BeforeEach
  void startIssuer() throws Exception {
    Personas personas = new Personas(folder.resolve("personas.json"));
    personas.keep(
        List.of(
            new Persona("therapist-1", "Tess Ray", List.of("therapist"), Persona.Kind.STAFF, "7"),
            new Persona("patient-1", "Pat Lee", List.of("patient"), Persona.Kind.PATIENT, "9")));
    issuer =
        new Issuer(
            "http://localhost:8080/auth",
            SigningKey.in(keys.resolve("issuer.key")),
            personas,
            Clients.in(folder.resolve("clients.properties")),
            clock);
  }

  @Test
  void givesATokenOfThePickedPersonaForACodeAndItsVerifier() throws Exception {
    JsonObject answer = redeem(signIn("therapist-1"), VERIFIER);

    JsonObject claims = verified(answer.getString("access_token"));
    assertThat(claims.getString("iss")).isEqualTo("http://localhost:8080/auth");
    assertThat(claims.getString("aud")).isEqualTo("daybridge-api");
    assertThat(claims.getString("sub")).isEqualTo("therapist-1");
    assertThat(claims.getJsonArray("groups").encode())
        .isEqualTo(new JsonArray(List.of("therapist")).encode());
    assertThat(claims.getString("scope")).isEqualTo("user/*.rs launch/patient");
    assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(3_600);
    assertThat(claims.getLong("iat")).isEqualTo(clock.instant().getEpochSecond());
    assertThat(claims.getString("jti")).isNotBlank();
    assertThat(answer.getInteger("expires_in")).isEqualTo(3_600);
  }

  @Test
  void namesThePatientOfAPatientsSession() {
    assertThat(redeem(signIn("patient-1"), VERIFIER).getString("patient")).isEqualTo("9");
  }

  @Test
  void refusesAnotherVerifier() {
    String code = signIn("therapist-1");

    assertRefused(() -> redeem(code, VERIFIER + "x"), "invalid_grant");
    assertRefused(() -> redeem(code, VERIFIER), "invalid_grant");
  }

  @Test
  void revokesTheTokensOfACodeThatIsUsedTwice() {
    String code = signIn("therapist-1");
    String refreshToken = redeem(code, VERIFIER).getString("refresh_token");

    assertRefused(() -> redeem(code, VERIFIER), "invalid_grant");
    assertRefused(() -> refresh(refreshToken), "invalid_grant");
  }

  @Test
  void takesACodeWithinAMinute() {
    String code = signIn("therapist-1");
    clock.pass(Duration.ofSeconds(59));

    assertThat(redeem(code, VERIFIER).getString("token_type")).isEqualTo("Bearer");
  }

  @Test
  void refusesACodeAfterAMinute() {
    String code = signIn("therapist-1");
    clock.pass(Duration.ofSeconds(60));

    assertRefused(() -> redeem(code, VERIFIER), "invalid_grant");
  }

  @Test
  void refusesACodeOfAnotherRedirect() {
    String code = signIn("therapist-1");
    Map<String, String> form = codeForm(code, VERIFIER);
    form.put("redirect_uri", "http://localhost:5173/other");

    assertRefused(() -> issuer.token(form, null), "invalid_grant");
  }

  @Test
  void refusesAChallengeThatIsNotHashed() {
    Map<String, String> wish = wish();
    wish.put("code_challenge_method", "plain");

    assertThat(issuer.request(wish).fault(wish)).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/callback",
        "http://localhost.elsewhere.example/callback",
        "http://localhost:5173/callback#fragment",
        "http://user@localhost:5173/callback",
        "javascript:alert(1)",
        ""
      })
  void neverSendsACodeToAnotherMachine(String redirect) {
    Map<String, String> wish = wish();
    wish.put("redirect_uri", redirect);

    assertRefused(() -> issuer.request(wish), "invalid_request");
  }

  @Test
  void changesTheRefreshTokenWithEachUse() throws Exception {
    JsonObject first = redeem(signIn("therapist-1"), VERIFIER);

    JsonObject second = refresh(first.getString("refresh_token"));

    assertThat(second.getString("refresh_token")).isNotEqualTo(first.getString("refresh_token"));
    assertThat(verified(second.getString("access_token")).getString("sub"))
        .isEqualTo("therapist-1");
  }

  @Test
  void endsTheFamilyWhenAnOldRefreshTokenComesAgain() {
    String first = redeem(signIn("therapist-1"), VERIFIER).getString("refresh_token");
    String second = refresh(first).getString("refresh_token");

    assertRefused(() -> refresh(first), "invalid_grant");
    assertRefused(() -> refresh(second), "invalid_grant");
  }

  @Test
  void narrowsTheScopeAtARefreshAndNeverWidensIt() {
    String first = redeem(signIn("therapist-1"), VERIFIER).getString("refresh_token");
    JsonObject narrowed = issuer.token(refreshForm(first, "user/*.rs"), null);

    assertThat(narrowed.getString("scope")).isEqualTo("user/*.rs");
    assertRefused(
        () -> issuer.token(refreshForm(narrowed.getString("refresh_token"), "system/*.rs"), null),
        "invalid_scope");
  }

  @Test
  void refusesTheRefreshTokenOfSomeoneWhoSignedOut() {
    String refreshToken = redeem(signIn("therapist-1"), VERIFIER).getString("refresh_token");

    issuer.signOut(refreshToken);

    assertRefused(() -> refresh(refreshToken), "invalid_grant");
  }

  @Test
  void givesASystemATokenForItsSecret() throws Exception {
    Map<String, String> form = Map.of("grant_type", "client_credentials", "scope", "system/*.rs");

    JsonObject answer = issuer.token(form, basic(Clients.EHR, secretOf(Clients.EHR)));

    JsonObject claims = verified(answer.getString("access_token"));
    assertThat(claims.getString("sub")).isEqualTo(Clients.EHR);
    assertThat(claims.getJsonArray("groups").encode())
        .isEqualTo(new JsonArray(List.of("integration_client")).encode());
    assertThat(answer.containsKey("refresh_token")).isFalse();
  }

  @Test
  void refusesASystemWithAnotherSecretAndAFrontEndWithoutOne() {
    Map<String, String> form = Map.of("grant_type", "client_credentials");

    assertRefused(() -> issuer.token(form, basic(Clients.EHR, "guess")), "invalid_client");
    assertRefused(() -> issuer.token(form, basic("daybridge-web", "")), "invalid_client");
  }

  @Test
  void keepsItsKeyWhenItStartsAgain() throws Exception {
    String before = SigningKey.in(keys.resolve("issuer.key")).keySet().encode();

    assertThat(issuer.keySet().encode()).isEqualTo(before);
  }

  private static Map<String, String> wish() {
    return new HashMap<>(
        Map.of(
            "response_type", "code",
            "client_id", "daybridge-web",
            "redirect_uri", REDIRECT,
            "scope", "user/*.rs launch/patient",
            "state", "kept as it is",
            "code_challenge", AuthorizationCodes.challenge(VERIFIER),
            "code_challenge_method", "S256"));
  }

  private String signIn(String subject) {
    Map<String, String> wish = wish();
    AuthorizationRequest request = issuer.request(wish);
    assertThat(request.fault(wish)).isEmpty();
    var query = new QueryStringDecoder(issuer.signIn(request, subject)).parameters();
    assertThat(query.get("state")).containsExactly("kept as it is");
    return query.get("code").getFirst();
  }

  private JsonObject redeem(String code, String verifier) {
    return issuer.token(codeForm(code, verifier), null);
  }

  private static Map<String, String> codeForm(String code, String verifier) {
    return new HashMap<>(
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "client_id", "daybridge-web",
            "redirect_uri", REDIRECT,
            "code_verifier", verifier));
  }

  private JsonObject refresh(String token) {
    return issuer.token(refreshForm(token, ""), null);
  }

  private static Map<String, String> refreshForm(String token, String scope) {
    return Map.of(
        "grant_type",
        "refresh_token",
        "refresh_token",
        token,
        "client_id",
        "daybridge-web",
        "scope",
        scope);
  }

  private String secretOf(String client) throws Exception {
    Properties secrets = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve("clients.properties"))) {
      secrets.load(reader);
    }
    return secrets.getProperty(client);
  }

  private static String basic(String id, String secret) {
    byte[] pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static void assertRefused(ThrowingCallable call, String error) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            OAuthRefusal.class, refusal -> assertThat(refusal.error()).isEqualTo(error));
  }

  /** Verifies as a service does: with nothing but the published key set. */
  private JsonObject verified(String token) throws Exception {
    String[] parts = token.split("\\.", -1);
    JsonObject key = issuer.keySet().getJsonArray("keys").getJsonObject(0);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(
                new RSAPublicKeySpec(
                    new java.math.BigInteger(1, decoded(key.getString("n"))),
                    new java.math.BigInteger(1, decoded(key.getString("e"))))));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(decoded(parts[2]))).isTrue();
    assertThat(new JsonObject(text(parts[0])).getString("kid")).isEqualTo(key.getString("kid"));
    return new JsonObject(text(parts[1]));
  }

  private static byte[] decoded(String part) {
    return Base64.getUrlDecoder().decode(part);
  }

  private static String text(String part) {
    return new String(decoded(part), StandardCharsets.UTF_8);
  }
}
