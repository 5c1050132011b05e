package org.daybridge.outcomes.measure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.outcomes.OutcomesEvent.MeasureRecorded;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.outcomes.Patients;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class MeasureResourceTest {
  private static final String CALM = phq9(1, 0);

  @Test
  void opensTheBaselineBatteryOfMentalHealth() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    assignments(who)
        .body("items.instrument", containsInAnyOrder("PHQ-9", "GAD-7", "C-SSRS"))
        .body("items.state", hasItems("DUE"));
  }

  @Test
  void addsTheBamOnSubstanceUse() {
    Patients who = Patients.admitted(Population.SUBSTANCE_USE);
    assignments(who)
        .body("items.instrument", containsInAnyOrder("PHQ-9", "GAD-7", "C-SSRS", "BAM-IOP"));
  }

  @Test
  void addsWhatTheTrackAsks() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH, "PTSD", Instant.now());
    assignments(who)
        .body("items.instrument", containsInAnyOrder("PHQ-9", "GAD-7", "C-SSRS", "PCL-5"));
  }

  @Test
  void opensTheBatteryOnceWhenTheAdmissionIsDeliveredThreeTimes() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    var admission = who.admission(Population.MENTAL_HEALTH, Instant.now());
    UUID event = Ids.next();
    TestEvents.publish(admission, event, 2);
    TestEvents.publish(admission, event, 2);
    who.awaitCount("select count(*) from inbox where event_id = ?", event, 1);
    assertThat(
            Patients.count("select count(*) from assignment where episode_id = ?", who.episode()))
        .isEqualTo(3);
  }

  @Test
  void answersAPatientWithScoreAndBandAndSettlesTheAssignment() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    UUID id = Ids.next();
    submit(who.own(), "{\"id\":\"%s\",\"instrument\":\"PHQ-9\",\"answers\":%s}".formatted(id, CALM))
        .statusCode(201)
        .header("Location", endsWith(id.toString()))
        .body("id", equalTo(id.toString()))
        .body("mode", equalTo("SELF"))
        .body("score.total", equalTo(8))
        .body("score.severity", equalTo("mild"))
        .body("change.status", equalTo("NO_BASELINE"))
        .body("crisisCard", nullValue());
    assignments(who)
        .body("items.find { it.instrument == 'PHQ-9' }.state", equalTo("DONE"))
        .body("items.find { it.instrument == 'PHQ-9' }.measureId", equalTo(id.toString()));
    MeasureRecorded told = TestEvents.announced(MeasureRecorded.class, id).getFirst();
    assertThat(told.total()).isEqualByComparingTo("8");
    assertThat(told.severity()).isEqualTo("mild");
    assertThat(told.changeSinceBaseline()).isNull();
  }

  @Test
  void replaysTheSameIdWithTheSameAnswersAndRefusesOthers() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    UUID id = Ids.next();
    String body = "{\"id\":\"%s\",\"instrument\":\"PHQ-9\",\"answers\":%s}";
    submit(who.own(), body.formatted(id, CALM)).statusCode(201);
    submit(who.own(), body.formatted(id, CALM)).statusCode(201).body("score.total", equalTo(8));
    submit(who.own(), body.formatted(id, phq9(2, 0)))
        .statusCode(409)
        .body("ruleId", equalTo("measure-id-is-used-once"));
    assertThat(TestEvents.announced(MeasureRecorded.class, id)).hasSize(1);
  }

  @Test
  void answersTheSameIdempotencyKeyOnce() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String key = UUID.randomUUID().toString();
    String body = "{\"instrument\":\"GAD-7\",\"answers\":{\"1\":1}}";
    String first = withKey(who.own(), key, body).statusCode(201).extract().path("id");
    String again = withKey(who.own(), key, body).statusCode(201).extract().path("id");
    assertThat(again).isEqualTo(first);
    withKey(who.own(), key, "{\"instrument\":\"GAD-7\",\"answers\":{\"1\":2}}").statusCode(422);
  }

  @Test
  void tellsTheChangeSinceBaseline() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), measure(phq9(2, 1))).statusCode(201).body("score.total", equalTo(17));
    submit(who.own(), measure(phq9(0, 0)))
        .statusCode(201)
        .body("change.status", equalTo("REMISSION"))
        .body("change.baseline", equalTo(17))
        .body("change.change", equalTo(-17))
        .body("change.percentBetter", equalTo(100.0f))
        .body("change.reliable", equalTo(true));
  }

  @Test
  void keepsAPartialFormAsPartial() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), measure("{\"1\":2,\"2\":2}"))
        .statusCode(201)
        .body("status", equalTo("PARTIAL"))
        .body("score.total", nullValue())
        .body("score.flags", hasItem("risk-unknown"));
  }

  @Test
  void letsNobodyFillInTheScreenerAlone() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String body = "{\"instrument\":\"C-SSRS\",\"answers\":{\"1\":0,\"2\":0,\"6\":0}}";
    submit(who.own(), body).statusCode(422).body("ruleId", equalTo("asked-by-a-trained-person"));
    submit(
            who.clinician(),
            "{\"patientId\":\"%s\",\"instrument\":\"C-SSRS\",\"answers\":{\"1\":0,\"2\":0,\"6\":0}}"
                .formatted(who.patient()))
        .statusCode(201)
        .body("mode", equalTo("CLINICIAN"))
        .body("score.severity", equalTo("none"));
  }

  @Test
  void refusesTomorrowsAnswers() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(
            who.own(),
            "{\"instrument\":\"PHQ-9\",\"answers\":%s,\"answeredAt\":\"%s\"}"
                .formatted(CALM, Instant.now().plusSeconds(3600)))
        .statusCode(422)
        .body("ruleId", equalTo("answered-not-in-the-future"));
  }

  @Test
  void ratesAnImprovementFromTheSecondRatingOn() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String body = "{\"patientId\":\"" + who.patient() + "\",\"instrument\":\"CGI\",\"answers\":%s}";
    submit(who.clinician(), body.formatted("{\"1\":5,\"2\":2}"))
        .statusCode(422)
        .body("ruleId", equalTo("improvement-needs-a-first-rating"));
    submit(who.clinician(), body.formatted("{\"1\":5}")).statusCode(201);
    submit(who.clinician(), body.formatted("{\"1\":3,\"2\":2}"))
        .statusCode(201)
        .body("score.flags", hasItem("responder"));
    submit(who.clinician(), body.formatted("{\"1\":8}")).statusCode(400);
  }

  @Test
  void correctsWithAHistory() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String wrong = submit(who.own(), measure(CALM)).statusCode(201).extract().path("id");
    String right =
        given()
            .auth()
            .oauth2(who.clinician())
            .contentType("application/json")
            .body("{\"answers\":%s,\"reason\":\"misread\"}".formatted(phq9(2, 0)))
            .post("/api/outcomes/v1/measures/" + wrong + "/correction")
            .then()
            .statusCode(201)
            .body("corrects", equalTo(wrong))
            .body("score.total", equalTo(16))
            .extract()
            .path("id");
    given()
        .auth()
        .oauth2(who.clinician())
        .get("/api/outcomes/v1/measures/" + wrong)
        .then()
        .statusCode(200)
        .body("score.total", equalTo(8))
        .body("correctedBy", equalTo(right));
    given()
        .auth()
        .oauth2(who.clinician())
        .contentType("application/json")
        .body("{\"answers\":%s,\"reason\":\"again\"}".formatted(CALM))
        .post("/api/outcomes/v1/measures/" + wrong + "/correction")
        .then()
        .statusCode(409);
  }

  @Test
  void hidesAPatientFromAStranger() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String stranger = Tokens.staff("therapist", Ids.next());
    String id = submit(who.own(), measure(CALM)).statusCode(201).extract().path("id");
    given().auth().oauth2(stranger).get("/api/outcomes/v1/measures/" + id).then().statusCode(404);
    submit(
            stranger,
            "{\"patientId\":\"%s\",\"instrument\":\"PHQ-9\",\"answers\":%s}"
                .formatted(who.patient(), CALM))
        .statusCode(404);
    given()
        .auth()
        .oauth2(stranger)
        .get("/api/outcomes/v1/measures?patientId=" + who.patient())
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void pagesThroughTheHistory() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    for (int i = 0; i < 3; i++) submit(who.own(), measure(CALM)).statusCode(201);
    String path = "/api/outcomes/v1/measures?limit=2";
    String next =
        given()
            .auth()
            .oauth2(who.own())
            .get(path)
            .then()
            .statusCode(200)
            .body("items", hasSize(2))
            .body("next", notNullValue())
            .extract()
            .path("next");
    given()
        .auth()
        .oauth2(who.own())
        .get(path + "&cursor=" + next)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("next", nullValue());
    given().auth().oauth2(who.own()).get(path + "&cursor=%21").then().statusCode(400);
    given()
        .auth()
        .oauth2(who.own())
        .get("/api/outcomes/v1/measures?patientId=nobody")
        .then()
        .statusCode(400);
  }

  @Test
  void closesWhatIsDueAtTheDischarge() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    TestEvents.publish(who.discharge(Instant.now()));
    who.awaitCount(
        "select count(*) from assignment where state = 'CLOSED' and episode_id = ?",
        who.episode(),
        3);
    assignments(who).body("items.state", hasItems("CLOSED"));
    assertThat(
            Patients.count(
                "select count(*) from timer where kind = 'measure-cadence' and cancelled_at is null"
                    + " and fired_at is null and subject_id = ?",
                who.episode()))
        .isZero();
  }

  @Test
  void asksNothingAgainWithinItsLookBack() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String today = java.time.LocalDate.now(java.time.ZoneId.of("America/New_York")).toString();
    String body =
        "{\"patientId\":\"%s\",\"instrument\":\"AUDIT\",\"dueOn\":\"%s\"}"
            .formatted(who.patient(), today);
    assign(who, body).statusCode(201).body("occasion", equalTo("REQUESTED"));
    submit(
            who.own(),
            "{\"instrument\":\"AUDIT\",\"answers\":{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,"
                + "\"7\":0,\"8\":0,\"9\":0,\"10\":0}}")
        .statusCode(201);
    assign(who, body).statusCode(422).body("ruleId", equalTo("look-back-is-over"));
  }

  static String phq9(int each, int risk) {
    StringBuilder answers = new StringBuilder("{");
    for (int item = 1; item <= 8; item++) answers.append("\"%d\":%d,".formatted(item, each));
    return answers.append("\"9\":%d}".formatted(risk)).toString();
  }

  private static String measure(String answers) {
    return "{\"instrument\":\"PHQ-9\",\"answers\":" + answers + "}";
  }

  private static ValidatableResponse submit(String token, String body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .post("/api/outcomes/v1/measures")
        .then();
  }

  private static ValidatableResponse withKey(String token, String key, String body) {
    return given()
        .auth()
        .oauth2(token)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/api/outcomes/v1/measures")
        .then();
  }

  private static ValidatableResponse assign(Patients who, String body) {
    return given()
        .auth()
        .oauth2(who.clinician())
        .contentType("application/json")
        .body(body)
        .post("/api/outcomes/v1/assignments")
        .then();
  }

  private static ValidatableResponse assignments(Patients who) {
    return given()
        .auth()
        .oauth2(who.own())
        .get("/api/outcomes/v1/assignments")
        .then()
        .statusCode(200);
  }
}
