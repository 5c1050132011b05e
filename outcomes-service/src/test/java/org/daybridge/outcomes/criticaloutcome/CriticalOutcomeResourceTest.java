package org.daybridge.outcomes.criticaloutcome;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.outcomes.Patients;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class CriticalOutcomeResourceTest {

  @Test
  void recordsWhatHappenedBeforeTheAdmissionAndMarksIt() {
    Patients who = Patients.admitted(Population.SUBSTANCE_USE);
    record(who, Ids.next(), "OVERDOSE", today().minusDays(40))
        .statusCode(201)
        .body("beforeAdmission", equalTo(true));
    record(who, Ids.next(), "RELAPSE", today())
        .statusCode(201)
        .body("beforeAdmission", equalTo(false))
        .body("determinedBy", equalTo(who.therapist().toString()));
    given()
        .auth()
        .oauth2(who.clinician())
        .get("/api/outcomes/v1/critical-outcomes?patientId=" + who.patient())
        .then()
        .body("items", hasSize(2));
  }

  @Test
  void knowsNoFactsOfTomorrow() {
    Patients who = Patients.admitted(Population.SUBSTANCE_USE);
    record(who, Ids.next(), "RELAPSE", today().plusDays(2))
        .statusCode(422)
        .body("ruleId", equalTo("occurred-not-in-the-future"));
  }

  @Test
  void recordsTheSameIdOnce() {
    Patients who = Patients.admitted(Population.SUBSTANCE_USE);
    UUID id = Ids.next();
    record(who, id, "RELAPSE", today().minusDays(3)).statusCode(201);
    record(who, id, "RELAPSE", today().minusDays(3)).statusCode(201);
    record(who, id, "OVERDOSE", today().minusDays(3)).statusCode(409);
  }

  @Test
  void letsAPatientNotDetermineARelapse() {
    Patients who = Patients.admitted(Population.SUBSTANCE_USE);
    record(who.own(), who, Ids.next(), "RELAPSE", today().minusDays(3)).statusCode(403);
    record(Tokens.staff("therapist", Ids.next()), who, Ids.next(), "RELAPSE", today().minusDays(3))
        .statusCode(404);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("America/New_York"));
  }

  private static ValidatableResponse record(Patients who, UUID id, String kind, LocalDate day) {
    return record(who.clinician(), who, id, kind, day);
  }

  private static ValidatableResponse record(
      String token, Patients who, UUID id, String kind, LocalDate day) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(
            "{\"id\":\"%s\",\"patientId\":\"%s\",\"kind\":\"%s\",\"occurredOn\":\"%s\",\"source\":\"CLINICIAN\"}"
                .formatted(id, who.patient(), kind, day))
        .post("/api/outcomes/v1/critical-outcomes")
        .then();
  }
}
