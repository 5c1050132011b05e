package org.daybridge.outcomes.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertRaised;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.kit.timer.ServiceClock;
import org.daybridge.outcomes.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alarm is told outside, signed and without a word of whom; what nobody hears is escalated. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class NoticeResourceTest {
  private static final String TARGETS = "/api/outcomes/v1/notice-targets";
  private static final String RISKY = "{\"instrument\":\"PHQ-9\",\"answers\":{\"9\":2}}";

  @Inject ServiceClock clock;

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile int answers = 200;
  private HttpServer receiver;
  private String target = "";

  private record Heard(String id, String signature, String body) {}

  @BeforeEach
  void listen() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newCachedThreadPool());
    receiver.createContext("/", this::take);
    receiver.start();
  }

  @AfterEach
  void hangUp() {
    if (!target.isEmpty()) {
      director().post(TARGETS + "/" + target + "/deactivation").then().statusCode(204);
    }
    receiver.stop(0);
    clock.show(Instant.now());
  }

  @Test
  void anAlarmIsToldSignedAndWithoutAWordOfWhom() throws Exception {
    String secret = enter();
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who);
    UUID riskCase = openCase(who);

    await().atMost(Duration.ofSeconds(20)).until(() -> !of(riskCase).isEmpty());
    Heard notice = of(riskCase).getFirst();
    assertThat(notice.body())
        .contains("\"kind\":\"ALARM\"")
        .doesNotContain(who.patient().toString());
    assertThat(notice.body()).doesNotContain("PHQ", "suicid", "harm");
    String[] parts = notice.signature().split(",v1=", 2);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signed = parts[0].substring(2) + "." + notice.body();
    assertThat(HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(parts[1]);
    awaitNotice(who, riskCase)
        .body("[0].state", equalTo("DELIVERED"))
        .body("[0].answer", equalTo("200"))
        .body("[0].settledAt", notNullValue());
  }

  @Test
  void whatIsNotHeardIsToldAgain() {
    answers = 503;
    var _ = enter();
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who);
    UUID riskCase = openCase(who);
    await().atMost(Duration.ofSeconds(20)).until(() -> !of(riskCase).isEmpty());
    notices(who, riskCase).body("[0].state", equalTo("PENDING"));

    answers = 204;
    awaitNotice(who, riskCase).body("[0].state", equalTo("DELIVERED"));
    assertThat(of(riskCase)).hasSizeGreaterThan(1);
    assertThat(of(riskCase).stream().map(Heard::id).distinct()).hasSize(1);
    assertThat(TestEvents.announced(RiskAlertRaised.class, riskCase)).hasSize(1);
  }

  @Test
  void aTargetWhoseSecretCannotBeOpenedKeepsNoOtherWaiting() throws Exception {
    var _ = enter();
    String broken = target;
    try (var connection = TestPlatform.superuser();
        var spoil =
            connection.prepareStatement(
                "update notice_target set secret = '\\x00' where target_id = ?::uuid")) {
      spoil.setString(1, broken);
      assertThat(spoil.executeUpdate()).isEqualTo(1);
    }
    var _ = enter();
    String sound = target;
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who);
    UUID riskCase = openCase(who);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                notices(who, riskCase)
                    .body("find { it.target == '%s' }.state".formatted(sound), equalTo("DELIVERED"))
                    .body("find { it.target == '%s' }.state".formatted(broken), equalTo("PENDING"))
                    .body(
                        "find { it.target == '%s' }.answer".formatted(broken),
                        equalTo("the secret can't be opened")));
    director().post(TARGETS + "/" + broken + "/deactivation").then().statusCode(204);
  }

  @Test
  void anAlarmThatNoTargetHeardIsEscalated() {
    answers = 500;
    var _ = enter();
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who);
    UUID riskCase = openCase(who);
    await().atMost(Duration.ofSeconds(20)).until(() -> !of(riskCase).isEmpty());

    clock.show(Instant.now().plusSeconds(6 * 60));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(TestEvents.announced(RiskAlertRaised.class, riskCase))
                    .hasSizeGreaterThan(1));
    notices(who, riskCase).body("state", hasItem("FAILED"));
  }

  @Test
  void aTargetCanBeTriedAndIsToldNoMoreOnceItIsSwitchedOff() {
    var _ = enter();
    director().post(TARGETS + "/" + target + "/trial").then().statusCode(202);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> heard.stream().anyMatch(one -> one.body().contains("\"TRIAL\"")));
    director().post(TARGETS + "/" + target + "/deactivation").then().statusCode(204);
    director()
        .get(TARGETS)
        .then()
        .statusCode(200)
        .body("find { it.id == '%s' }.active".formatted(target), equalTo(false))
        .body("find { it.id == '%s' }.secret".formatted(target), nullValue());
    int before = heard.size();
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who);
    notices(who, openCase(who)).body("size()", equalTo(0));
    assertThat(heard).hasSize(before);
  }

  @Test
  void onlyAddressesOutsideAreToldAndOnlyDirectorsNameThem() {
    for (String url :
        List.of(
            "http://example.org/page",
            "https://user:word@example.org/",
            "file:///etc/hosts",
            "ftp://example.org/",
            "https:///nowhere",
            "not an address")) {
      director()
          .body(Map.of("name", "switchboard", "url", url))
          .post(TARGETS)
          .then()
          .statusCode(422)
          .body("type", endsWith("/notice-target-is-outside"));
    }
    target =
        director()
            .body(Map.of("name", "inside", "url", "https://127.0.0.1:9/"))
            .post(TARGETS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who);
    UUID riskCase = openCase(who);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> notices(who, riskCase).body("[0].answer", equalTo("not an address outside")));
    given()
        .auth()
        .oauth2(who.clinician())
        .contentType("application/json")
        .body(Map.of("name", "x", "url", "https://example.org/"))
        .post(TARGETS)
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.staff("therapist", Ids.next()))
        .get("/api/outcomes/v1/notices?riskCaseId=" + riskCase)
        .then()
        .statusCode(404);
    director().post(TARGETS + "/" + Ids.next() + "/trial").then().statusCode(404);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    heard.add(
        new Heard(
            exchange.getRequestHeaders().getFirst("Daybridge-Notice-Id"),
            exchange.getRequestHeaders().getFirst("Daybridge-Signature"),
            body));
    exchange.sendResponseHeaders(answers, -1);
    exchange.close();
  }

  private List<Heard> of(UUID riskCase) {
    return heard.stream().filter(one -> one.body().contains(riskCase.toString())).toList();
  }

  private String enter() {
    ValidatableResponse entered =
        director()
            .body(
                Map.of(
                    "name",
                    "switchboard",
                    "url",
                    "http://localhost:" + receiver.getAddress().getPort() + "/page"))
            .post(TARGETS)
            .then()
            .statusCode(201);
    target = entered.extract().path("id");
    return entered.extract().path("secret");
  }

  private static void submit(Patients who) {
    given()
        .auth()
        .oauth2(who.own())
        .contentType("application/json")
        .body(RISKY)
        .post("/api/outcomes/v1/measures")
        .then()
        .statusCode(201);
  }

  private static UUID openCase(Patients who) {
    List<String> ids =
        given()
            .auth()
            .oauth2(who.clinician())
            .get("/api/outcomes/v1/risk-cases?patientId=" + who.patient())
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    return UUID.fromString(ids.getFirst());
  }

  private static ValidatableResponse notices(Patients who, UUID riskCase) {
    return given()
        .auth()
        .oauth2(who.clinician())
        .get("/api/outcomes/v1/notices?riskCaseId=" + riskCase)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse awaitNotice(Patients who, UUID riskCase) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> notices(who, riskCase).body("[0].settledAt", notNullValue()));
    return notices(who, riskCase);
  }

  private static io.restassured.specification.RequestSpecification director() {
    return given()
        .auth()
        .oauth2(Tokens.staff("program_director", Ids.next()))
        .contentType("application/json");
  }
}
