package org.daybridge.outcomes.followup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.outcomes.Patients;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class FollowUpResourceTest {

  @Test
  void opensFiveFollowUpsAtTheDischarge() {
    Patients who = discharged();
    list(who)
        .body("items.day", contains(7, 30, 90, 180, 365))
        .body("items.state", everyItem(equalTo("DUE")));
  }

  @Test
  void endsWhenThePersonWasReached() {
    Patients who = discharged();
    String id = list(who).extract().path("items[0].id");
    attempt(who, id, 0, false, Instant.now()).statusCode(200).body("state", equalTo("DUE"));
    attempt(who, id, 1, true, Instant.now())
        .statusCode(200)
        .body("state", equalTo("REACHED"))
        .body("attempts", hasSize(2));
    attempt(who, id, 2, true, Instant.now()).statusCode(409);
    attempt(who, id, 0, true, Instant.now()).statusCode(412);
  }

  @Test
  void refusesAnAttemptBeforeTheDischarge() {
    Patients who = discharged();
    String id = list(who).extract().path("items[0].id");
    attempt(who, id, 0, false, Instant.now().minus(Duration.ofDays(20)))
        .statusCode(422)
        .body("ruleId", equalTo("follow-up-is-after-discharge"));
  }

  @Test
  void givesUpAfterAttemptsOnThreeDays() {
    Patients who = discharged();
    String id = list(who).extract().path("items[0].id");
    for (int day = 0; day < 2; day++) {
      attempt(who, id, day, false, Instant.now().minus(Duration.ofDays(day))).statusCode(200);
    }
    giveUp(who, id, 2).statusCode(422).body("ruleId", equalTo("unable-to-reach-after-attempts"));
    attempt(who, id, 2, false, Instant.now().minus(Duration.ofDays(2))).statusCode(200);
    giveUp(who, id, 3).statusCode(200).body("state", equalTo("UNABLE_TO_REACH"));
  }

  @Test
  void endsWhatIsDueWhenThePersonComesBack() {
    Patients who = discharged();
    Patients again = new Patients(who.patient(), Ids.next(), who.therapist());
    TestEvents.publish(again.admission(Population.MENTAL_HEALTH, Instant.now()));
    who.awaitCount(
        "select count(*) from follow_up where state = 'READMITTED' and patient_id = ?",
        who.patient(),
        5);
  }

  private static Patients discharged() {
    Patients who =
        Patients.admitted(Population.MENTAL_HEALTH, Instant.now().minus(Duration.ofDays(60)));
    TestEvents.publish(who.discharge(Instant.now().minus(Duration.ofDays(10))));
    who.awaitCount("select count(*) from follow_up where patient_id = ?", who.patient(), 5);
    return who;
  }

  private static ValidatableResponse list(Patients who) {
    return given()
        .auth()
        .oauth2(who.clinician())
        .get("/api/outcomes/v1/follow-ups?patientId=" + who.patient())
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse attempt(
      Patients who, String id, int version, boolean reached, Instant at) {
    return given()
        .auth()
        .oauth2(who.clinician())
        .contentType("application/json")
        .header("If-Match", "\"" + version + "\"")
        .body("{\"channel\":\"PHONE\",\"reached\":%s,\"at\":\"%s\"}".formatted(reached, at))
        .post("/api/outcomes/v1/follow-ups/" + id + "/attempts")
        .then();
  }

  private static ValidatableResponse giveUp(Patients who, String id, int version) {
    return given()
        .auth()
        .oauth2(who.clinician())
        .contentType("application/json")
        .header("If-Match", "\"" + version + "\"")
        .post("/api/outcomes/v1/follow-ups/" + id + "/unable-to-reach")
        .then();
  }
}
