package org.daybridge.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.daybridge.local.ServiceName;
import org.daybridge.local.issuer.Clients;
import org.daybridge.local.issuer.Issuer;
import org.daybridge.local.issuer.IssuerRoutes;
import org.daybridge.local.issuer.Persona;
import org.daybridge.local.issuer.Personas;
import org.daybridge.local.issuer.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a front end or an EHR sees at the one address. */
class GatewayTest {

  @TempDir static Path keys;
  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer intake;
  private Gateway gateway;

  @BeforeEach
  void startGateway() throws Exception {
    intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    intake.createContext("/", GatewayTest::echo);
    intake.start();
    Path list = folder.resolve("intake-service/src/main/resources/problems.csv");
    Files.createDirectories(list.getParent());
    Files.writeString(
        list,
        "slug,kind,title,source,advice\n"
            + "referral-is-open,STATE,The referral is <decided>,House rule,Read it, then decide.\n");
    Personas personas = new Personas(folder.resolve("personas.json"));
    personas.keep(
        List.of(new Persona("t-1", "Tess <Ray>", List.of("therapist"), Persona.Kind.STAFF, "")));
    Issuer issuer =
        new Issuer(
            "http://localhost/auth",
            SigningKey.in(keys.resolve("issuer.key")),
            personas,
            Clients.in(folder.resolve("clients.properties")),
            Clock.systemUTC());
    int absent = freePort();
    gateway =
        Gateway.start(
            new Gateway.Options(
                freePort(),
                folder,
                new Upstreams(
                    Map.of(
                        ServiceName.INTAKE,
                        intake.getAddress().getPort(),
                        ServiceName.OUTCOMES,
                        absent),
                    Map.of(
                        ServiceName.INTAKE,
                        intake.getAddress().getPort(),
                        ServiceName.OUTCOMES,
                        absent)),
                new IssuerRoutes(issuer),
                Pattern.compile("http://localhost:\\d+")));
  }

  @AfterEach
  void stopGateway() {
    gateway.close();
    intake.stop(0);
  }

  @Test
  void handsRequestsOnAsTheyAreAndAnswersBack() throws Exception {
    HttpResponse<String> answer =
        http.send(
            request("/api/intake/v1/referrals?limit=2")
                .header("If-Match", "\"3\"")
                .POST(BodyPublishers.ofString("{\"a\":1}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("ETag")).hasValue("\"4\"");
    JsonObject seen = new JsonObject(answer.body());
    assertThat(seen.getString("method")).isEqualTo("POST");
    assertThat(seen.getString("uri")).isEqualTo("/api/intake/v1/referrals?limit=2");
    assertThat(seen.getString("If-match")).isEqualTo("\"3\"");
    assertThat(seen.getString("body")).isEqualTo("{\"a\":1}");
    assertThat(seen.getString("Host")).isEqualTo(URI.create(gateway.url()).getAuthority());
  }

  @Test
  void namesEveryRequestAndKeepsAWellFormedName() throws Exception {
    String name = "0190a5b4-7c1e-7d3a-9f52-3b7f6f1c2d11";
    HttpResponse<String> named =
        http.send(
            request("/api/intake/v1/x").header("X-Request-Id", name).build(),
            BodyHandlers.ofString());
    HttpResponse<String> unnamed = get("/q/health");
    HttpResponse<String> badlyNamed =
        http.send(
            request("/api/intake/v1/x").header("X-Request-Id", "not a name").build(),
            BodyHandlers.ofString());

    assertThat(named.headers().allValues("X-Request-Id")).containsExactly(name);
    assertThat(new JsonObject(named.body()).getString("X-request-id")).isEqualTo(name);
    assertThat(unnamed.headers().firstValue("X-Request-Id")).isPresent();
    assertThat(badlyNamed.headers().firstValue("X-Request-Id"))
        .hasValueSatisfying(it -> assertThat(it).isNotEqualTo("not a name"));
  }

  @Test
  void saysThatAServiceIsAwayInItsFormat() throws Exception {
    HttpResponse<String> api = get("/api/outcomes/v1/measures");
    HttpResponse<String> fhir = get("/fhir/Observation/1");

    assertThat(api.statusCode()).isEqualTo(503);
    assertThat(api.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(api.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(new JsonObject(api.body()).getString("type")).endsWith("/temporarily-unavailable");
    assertThat(fhir.statusCode()).isEqualTo(503);
    assertThat(fhir.headers().firstValue("Content-Type")).hasValue("application/fhir+json");
    assertThat(new JsonObject(fhir.body()).getString("resourceType")).isEqualTo("OperationOutcome");
  }

  @Test
  void refusesABodyThatNoServiceTakes() throws Exception {
    String body = "x".repeat(2 * 1024 * 1024);
    HttpResponse<String> most = post("/api/intake/v1/referrals", body);
    HttpResponse<String> more = post("/api/intake/v1/referrals", body + "x");
    HttpResponse<String> fhir = post("/fhir/Patient", body + "x");

    assertThat(most.statusCode()).isEqualTo(201);
    assertThat(more.statusCode()).isEqualTo(413);
    assertThat(new JsonObject(more.body()).getString("type")).endsWith("/body-too-large");
    assertThat(fhir.statusCode()).isEqualTo(413);
    assertThat(new JsonObject(fhir.body()).getString("resourceType")).isEqualTo("OperationOutcome");
  }

  @Test
  void neverShowsTheManagementEndpoints() throws Exception {
    assertThat(get("/q/health").statusCode()).isEqualTo(404);
    assertThat(get("/q/openapi").statusCode()).isEqualTo(404);
  }

  @Test
  void letsPagesOfThisMachineCallAndReadTheHeadersTheyNeed() throws Exception {
    HttpResponse<String> preflight =
        http.send(
            request("/api/intake/v1/referrals")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://localhost:5173")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .build(),
            BodyHandlers.ofString());
    HttpResponse<String> answer = getFrom("http://localhost:5173");

    assertThat(preflight.statusCode()).isEqualTo(204);
    assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
        .hasValue("authorization,idempotency-key");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
        .hasValue("http://localhost:5173");
    assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
        .hasValue("ETag, Location, Link, Retry-After, X-Request-Id");
  }

  @Test
  void letsNoOtherPageRead() throws Exception {
    assertThat(getFrom("https://elsewhere.example").headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void explainsEveryProblem() throws Exception {
    HttpResponse<String> page = get("/docs/problems/referral-is-open");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("The referral is &lt;decided&gt;", "status 409", "Read it, then decide.");
    assertThat(get("/docs/problems").body()).contains("problems/referral-is-open");
    assertThat(get("/docs/problems/no-such-slug").statusCode()).isEqualTo(404);
  }

  @Test
  void showsTheApiOfAllServicesOnOnePage() throws Exception {
    assertThat(get("/docs").body())
        .contains("/docs/openapi/intake.json", "/docs/openapi/clinical-records.json");
    assertThat(get("/docs/swagger-ui-bundle.js").statusCode()).isEqualTo(200);
    assertThat(new JsonObject(get("/docs/openapi/intake.json").body()).getString("uri"))
        .isEqualTo("/q/openapi?format=json");
    assertThat(get("/docs/openapi/outcomes.json").statusCode()).isEqualTo(503);
  }

  @Test
  void signsAPersonaInThroughTheBrowser() throws Exception {
    String wish =
        "response_type=code&client_id=daybridge-web&redirect_uri=http://localhost:5173/cb"
            + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
            + "&code_challenge_method=S256&state=s";
    HttpResponse<String> page = get("/auth/authorize?" + wish);
    HttpResponse<String> picked = post("/auth/authorize", wish + "&subject=t-1");
    String location = picked.headers().firstValue("Location").orElseThrow();
    String code = location.replaceAll(".*code=([^&]*).*", "$1");
    HttpResponse<String> token =
        post(
            "/auth/token",
            "grant_type=authorization_code&client_id=daybridge-web"
                + "&redirect_uri=http://localhost:5173/cb"
                + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&code="
                + code);

    assertThat(page.body()).contains("Tess &lt;Ray&gt;").doesNotContain("Tess <Ray>");
    assertThat(picked.statusCode()).isEqualTo(303);
    assertThat(location).startsWith("http://localhost:5173/cb?code=").endsWith("&state=s");
    assertThat(token.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(token.body()).getString("access_token")).isNotBlank();
    assertThat(post("/auth/token", "grant_type=password").statusCode()).isEqualTo(400);
  }

  private static void echo(HttpExchange exchange) throws IOException {
    JsonObject seen =
        new JsonObject()
            .put("method", exchange.getRequestMethod())
            .put("uri", exchange.getRequestURI().toString())
            .put(
                "body",
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    exchange.getRequestHeaders().forEach((name, values) -> seen.put(name, values.getFirst()));
    boolean created = exchange.getRequestMethod().equals("POST");
    exchange.getResponseHeaders().set("ETag", "\"4\"");
    String named = exchange.getRequestHeaders().getFirst("X-Request-Id");
    if (named != null) {
      exchange.getResponseHeaders().set("X-Request-Id", named);
    }
    byte[] body = seen.encode().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(created ? 201 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.url() + path));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> getFrom(String origin) throws Exception {
    return http.send(
        request("/api/intake/v1/x").header("Origin", origin).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return http.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
