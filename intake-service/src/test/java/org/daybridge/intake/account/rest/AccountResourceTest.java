package org.daybridge.intake.account.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.daybridge.contract.intake.IntakeEvent.AccountLinked;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AccountResourceTest {
  private static Map<String, Object> account(String subject, UUID principal) {
    return Map.of(
        "subject",
        subject,
        "principalId",
        principal,
        "kind",
        "STAFF",
        "roles",
        Set.of("therapist"));
  }

  @Test
  void linkingASubjectAnnouncesItOnce() {
    String subject = "s-" + UUID.randomUUID();
    UUID principal = UUID.randomUUID();
    String key = UUID.randomUUID().toString();
    String id =
        given()
            .auth()
            .oauth2(Tokens.service())
            .header("Idempotency-Key", key)
            .contentType("application/json")
            .body(account(subject, principal))
            .post("/api/intake/v1/accounts")
            .then()
            .statusCode(201)
            .header("X-Request-Id", notNullValue())
            .extract()
            .path("id");
    given()
        .auth()
        .oauth2(Tokens.service())
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(account(subject, principal))
        .post("/api/intake/v1/accounts")
        .then()
        .statusCode(201)
        .header("Idempotency-Replayed", "true")
        .header("Location", endsWith(id))
        .body("id", equalTo(id));
    Assertions.assertThat(TestEvents.announced(AccountLinked.class, UUID.fromString(id)))
        .hasSize(1);
  }

  @Test
  void refusesStrangersWrongRolesAndBadBodies() {
    given().post("/api/intake/v1/accounts").then().statusCode(401).body("status", equalTo(401));
    given()
        .auth()
        .oauth2(Tokens.foreign("service"))
        .contentType("application/json")
        .body("{}")
        .post("/api/intake/v1/accounts")
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.stranger("program_director"))
        .contentType("application/json")
        .body("{}")
        .post("/api/intake/v1/accounts")
        .then()
        .statusCode(403)
        .body("type", endsWith("role-may-not"));
    given()
        .auth()
        .oauth2(Tokens.staff("therapist", UUID.randomUUID()))
        .contentType("application/json")
        .body("{}")
        .post("/api/intake/v1/accounts")
        .then()
        .statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.service())
        .contentType("application/json")
        .body("{\"subject\":")
        .post("/api/intake/v1/accounts")
        .then()
        .statusCode(400)
        .body("type", endsWith("malformed-json"));
    given()
        .auth()
        .oauth2(Tokens.service())
        .contentType("application/json")
        .body("{\"nosuch\":1}")
        .post("/api/intake/v1/accounts")
        .then()
        .statusCode(400)
        .body("type", endsWith("unknown-field"));
    given()
        .auth()
        .oauth2(Tokens.service())
        .contentType("application/json")
        .body("{}")
        .post("/api/intake/v1/accounts")
        .then()
        .statusCode(400)
        .body("type", endsWith("bad-fields"));
    given()
        .auth()
        .oauth2(Tokens.service())
        .contentType("application/json")
        .body("{\"kind\":\"KING\"}")
        .post("/api/intake/v1/accounts")
        .then()
        .statusCode(400)
        .body("type", endsWith("malformed-field"));
    given()
        .auth()
        .oauth2(Tokens.service())
        .contentType("text/plain")
        .body("x")
        .post("/api/intake/v1/accounts")
        .then()
        .statusCode(415)
        .body("type", endsWith("unsupported-media-type"));
    given()
        .auth()
        .oauth2(Tokens.service())
        .post("/api/intake/v1/accounts/" + UUID.randomUUID() + "/deactivation")
        .then()
        .statusCode(404)
        .body("type", endsWith("not-found"));
  }
}
