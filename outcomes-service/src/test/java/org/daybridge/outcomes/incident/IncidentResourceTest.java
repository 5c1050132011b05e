package org.daybridge.outcomes.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.kit.timer.ServiceClock;
import org.daybridge.kit.timer.TimerRunner;
import org.daybridge.outcomes.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class IncidentResourceTest {
  private static final String ADDRESS = "/api/outcomes/v1/incidents";

  @Inject ServiceClock clock;
  @Inject TimerRunner timers;

  @AfterEach
  void backToNow() {
    clock.show(Instant.now());
  }

  @Test
  void everybodyReportsAndFewOpen() {
    UUID patient = Ids.next();
    String id = reported("FALL", "MINOR_HARM", patient);
    given(director())
        .get(ADDRESS + "?open=true")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id))
        .body("items.find { it.id == '%s' }.account".formatted(id), nullValue());
    given(director())
        .get(ADDRESS + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("account.narrative", containsString("wet floor"))
        .body("account.people[0].patientId", equalTo(patient.toString()))
        .body("incident.state", equalTo("OPEN"));
    for (String role : List.of("therapist", "biller")) {
      given(Tokens.staff(role, Ids.next())).get(ADDRESS + "/" + id).then().statusCode(403);
      given(Tokens.staff(role, Ids.next())).get(ADDRESS).then().statusCode(403);
    }
    given(Tokens.staff("supervisor", Ids.next())).get(ADDRESS).then().statusCode(200);
    given(Tokens.staff("supervisor", Ids.next())).get(ADDRESS + "/" + id).then().statusCode(403);
    given(Tokens.patient(patient)).get(ADDRESS).then().statusCode(403);
    given(director()).get(ADDRESS + "/" + Ids.next()).then().statusCode(404);
  }

  @Test
  void keepsNobodyInClear() throws SQLException {
    UUID patient = Ids.next();
    String id = reported("AGGRESSION", "NO_HARM", patient);
    try (Connection connection = TestPlatform.superuser();
        PreparedStatement select =
            connection.prepareStatement(
                "select account, incident::text from incident where incident_id = ?::uuid")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
            .doesNotContain("wet floor", patient.toString());
        assertThat(row.getString(2)).doesNotContain("wet floor", patient.toString());
      }
    }
    assertThat(Patients.count("select count(*) from audit_event where patient_id = ?", patient))
        .isZero();
  }

  @Test
  void aDeathIsToldToTheStateBeforeItsReview() {
    String id = reported("DEATH", "DEATH", Ids.next());
    String director = director();
    change(director, id, "0", "review", Map.of("outcome", "CONFIRMED", "findings", "x"))
        .statusCode(409)
        .body("ruleId", equalTo("incident-report-is-owed"));
    change(director, id, "0", "actions", Map.of("what", "told the team")).statusCode(200);
    change(
            director,
            id,
            "1",
            "notifications",
            Map.of("authority", "STATE_AGENCY", "reference", "2026-17"))
        .statusCode(200)
        .body("duties[0].inTime", equalTo(true))
        .body("reportDueAt", nullValue());
    change(director, id, "2", "review", Map.of("outcome", "CONFIRMED", "findings", "none"))
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("state", equalTo("REVIEWED"))
        .body("reviewedAt", notNullValue());
    change(director, id, "3", "actions", Map.of("what", "more"))
        .statusCode(200)
        .body("state", equalTo("REVIEWED"));
    change(director, id, "4", "review", Map.of("outcome", "CONFIRMED", "findings", "none"))
        .statusCode(409)
        .body("ruleId", equalTo("incident-is-reviewed"));
    given(director)
        .get(ADDRESS + "/" + id)
        .then()
        .body("account.acts", hasSize(2))
        .body("account.told[0].reference", equalTo("2026-17"))
        .body("account.findings", equalTo("none"));
  }

  @Test
  void aReportThatIsOwedIsToldOutsideAndListedAsOverdue() {
    String target =
        given(director())
            .contentType("application/json")
            .body(Map.of("name", "pager", "url", "https://127.0.0.1:9/"))
            .post("/api/outcomes/v1/notice-targets")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    try {
      String id = reported("OVERDOSE_ON_SITE", "NO_HARM", Ids.next());
      overdue().body("items.id", not(hasItem(id)));
      assertThat(noticesOf(target)).isZero();

      clock.show(Instant.now().plus(Duration.ofHours(21)));
      timers.fireAllDue();
      assertThat(noticesOf(target)).isEqualTo(1);
      overdue().body("items.id", not(hasItem(id)));

      clock.show(Instant.now().plus(Duration.ofHours(25)));
      timers.fireAllDue();
      assertThat(noticesOf(target)).isEqualTo(2);
      overdue().body("items.id", hasItem(id));

      change(director(), id, "0", "notifications", Map.of("authority", "STATE_AGENCY"))
          .statusCode(200)
          .body("duties[0].inTime", equalTo(false));
      overdue().body("items.id", not(hasItem(id)));
      clock.show(Instant.now().plus(Duration.ofHours(80)));
      timers.fireAllDue();
      assertThat(noticesOf(target)).isEqualTo(2);
    } finally {
      given(director())
          .contentType("application/json")
          .post("/api/outcomes/v1/notice-targets/" + target + "/deactivation");
    }
  }

  @Test
  void whoReportedDoesNotReview() {
    UUID reporter = Ids.next();
    String token = Tokens.staff("program_director", reporter);
    String id =
        report(token, body("FALL", "NO_HARM", Ids.next())).statusCode(201).extract().path("id");
    change(token, id, "0", "review", Map.of("outcome", "CONFIRMED", "findings", "x"))
        .statusCode(422)
        .body("ruleId", equalTo("reviewed-by-somebody-else"));
    change(
            Tokens.staff("supervisor", Ids.next()),
            id,
            "0",
            "review",
            Map.of("outcome", "CONFIRMED", "findings", "x"))
        .statusCode(403);
  }

  @Test
  void wantsTheVersionThatWasRead() {
    String id = reported("CONTRABAND", "NO_HARM", Ids.next());
    given(director())
        .contentType("application/json")
        .body(Map.of("what", "x"))
        .post(ADDRESS + "/" + id + "/actions")
        .then()
        .statusCode(428);
    change(director(), id, "7", "actions", Map.of("what", "x")).statusCode(412);
  }

  @Test
  void refusesWhatCannotBe() {
    String token = Tokens.staff("nurse", Ids.next());
    Map<String, Object> future = body("FALL", "NO_HARM", Ids.next());
    future.put("occurredAt", Instant.now().plusSeconds(3600).toString());
    report(token, future).statusCode(422);
    Map<String, Object> early = body("FALL", "NO_HARM", Ids.next());
    early.put("learntAt", Instant.now().minus(Duration.ofDays(3)).toString());
    report(token, early).statusCode(422).body("ruleId", equalTo("learnt-after-it-occurred"));
    report(token, body("DEATH", "NO_HARM", Ids.next()))
        .statusCode(422)
        .body("ruleId", equalTo("death-has-its-severity"));
    Map<String, Object> ancient = body("FALL", "NO_HARM", Ids.next());
    ancient.put("occurredAt", "1901-01-01T00:00:00Z");
    report(token, ancient).statusCode(400).body("violations[0].field", equalTo("occurredAt"));
    Map<String, Object> nobody = body("FALL", "NO_HARM", Ids.next());
    nobody.put("people", List.of(Map.of("role", "WITNESS")));
    report(token, nobody).statusCode(400).body("violations[0].field", equalTo("people"));
    report(token, body("STORM", "NO_HARM", Ids.next())).statusCode(400);
    report(Tokens.patient(Ids.next()), body("FALL", "NO_HARM", Ids.next())).statusCode(403);
  }

  private static String reported(String kind, String severity, UUID patient) {
    return report(Tokens.staff("nurse", Ids.next()), body(kind, severity, patient))
        .statusCode(201)
        .body("reviewDueOn", notNullValue())
        .extract()
        .path("id");
  }

  private static Map<String, Object> body(String kind, String severity, UUID patient) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("severity", severity);
    body.put("occurredAt", Instant.now().minusSeconds(600).toString());
    body.put("place", "hall");
    body.put("narrative", "There was a wet floor.");
    body.put("people", List.of(Map.of("role", "HARMED", "patientId", patient.toString())));
    return body;
  }

  private static ValidatableResponse report(String token, Map<String, Object> body) {
    return given(token).contentType("application/json").body(body).post(ADDRESS).then();
  }

  private static ValidatableResponse change(
      String token, String id, String version, String what, Map<String, Object> body) {
    return given(token)
        .contentType("application/json")
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post(ADDRESS + "/" + id + "/" + what)
        .then();
  }

  private static ValidatableResponse overdue() {
    return given(director()).get(ADDRESS + "?overdue=true&limit=100").then().statusCode(200);
  }

  private static long noticesOf(String target) {
    return Patients.count(
        "select count(*) from notice where kind = 'REPORT_DUE' and target_id = ?",
        UUID.fromString(target));
  }

  private static String director() {
    return Tokens.staff("program_director", Ids.next());
  }

  private static io.restassured.specification.RequestSpecification given(String token) {
    return io.restassured.RestAssured.given().auth().oauth2(token);
  }
}
