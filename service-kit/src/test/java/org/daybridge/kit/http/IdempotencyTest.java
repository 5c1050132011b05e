package org.daybridge.kit.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.kit.trial.Trial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A write that is sent twice takes effect once. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class IdempotencyTest {
  private static final String REMARKS = "/api/kit/v1/remarks";

  @Inject AnswerRetention retention;

  private final UUID patient = Ids.next();
  private final UUID therapist = Ids.next();
  private final String key = UUID.randomUUID().toString();
  private final String code = UUID.randomUUID().toString();

  @BeforeEach
  void onTheCareTeam() {
    TestGrants.careTeam(therapist, patient);
  }

  @Test
  void theSameRequestGetsTheSameAnswerAndIsAudited() {
    String id = post("first").statusCode(201).extract().path("id");
    String request = UUID.randomUUID().toString();
    post("first", request)
        .statusCode(201)
        .contentType("application/json")
        .header("Idempotency-Replayed", "true")
        .header("Location", endsWith(id))
        .body("id", equalTo(id));
    assertThat(remarks()).isOne();
    assertThat(
            Trial.number(
                "select count(*) from audit_event where request_id = ? and patient_id = ?"
                    + " and details like '%replayed%'",
                UUID.fromString(request), patient))
        .isOne();
  }

  @Test
  void anotherBodyUnderTheKeyIsRefused() {
    post("first").statusCode(201);
    post("second").statusCode(422).body("type", endsWith("idempotency-key-reused"));
  }

  @Test
  void aRefusalIsNotKept() {
    post(code).statusCode(422).body("type", endsWith("remark-says-nothing-new"));
    post("better").statusCode(201);
  }

  @Test
  void whileTheFirstRunsTheSecondIsToldToWait() throws SQLException {
    String claim = therapist + "POST " + REMARKS + key;
    try (Connection running = TestPlatform.superuser();
        PreparedStatement lock =
            running.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 7))")) {
      running.setAutoCommit(false);
      lock.setString(1, claim);
      lock.execute();
      post("first").statusCode(409).body("type", endsWith("idempotency-key-in-use"));
      running.rollback();
    }
    post("first").statusCode(201);
  }

  @Test
  void ofManyAtOnceOneTakesEffect() {
    String token = Tokens.staff("therapist", therapist);
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      List<Integer> statuses =
          many
              .invokeAll(
                  IntStream.range(0, 16)
                      .<java.util.concurrent.Callable<Integer>>mapToObj(
                          _ ->
                              () ->
                                  post(token, "first", UUID.randomUUID().toString())
                                      .extract()
                                      .statusCode())
                      .toList())
              .stream()
              .map(java.util.concurrent.Future::resultNow)
              .toList();
      assertThat(statuses).contains(201).containsOnly(201, 409);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(remarks()).isOne();
  }

  @Test
  void anotherCallerMayUseTheSameKey() {
    post("first").statusCode(201);
    UUID colleague = Ids.next();
    TestGrants.careTeam(colleague, patient);
    post(Tokens.staff("therapist", colleague), "second", UUID.randomUUID().toString())
        .statusCode(409)
        .body("type", endsWith("remark-code-is-unique"));
  }

  @Test
  void answersAreForgottenAfterADay() {
    post("first").statusCode(201);
    assertThat(kept()).isOne();
    retention.forget();
    assertThat(kept()).isOne();
    Trial.change(
        "update idempotency set answered_at = now() - interval '25 hours' where idempotency_key ="
            + " ?",
        key);
    retention.forget();
    assertThat(kept()).isZero();
  }

  private long kept() {
    return Trial.number("select count(*) from idempotency where idempotency_key = ?", key);
  }

  private long remarks() {
    return Trial.number("select count(*) from remark where code = ?", code);
  }

  private ValidatableResponse post(String wording) {
    return post(wording, UUID.randomUUID().toString());
  }

  private ValidatableResponse post(String wording, String request) {
    return post(Tokens.staff("therapist", therapist), wording, request);
  }

  private ValidatableResponse post(String token, String wording, String request) {
    return given()
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", key)
        .header("X-Request-Id", request)
        .contentType("application/json")
        .body(
            Map.of(
                "patientId",
                patient,
                "code",
                code,
                "kind",
                "URGENT",
                "madeOn",
                "2026-02-28",
                "wording",
                wording))
        .post(REMARKS)
        .then();
  }
}
