package org.daybridge.outcomes.risk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.outcomes.OutcomesEvent.EscalationAccessGranted;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertClosed;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertRaised;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.kit.timer.ServiceClock;
import org.daybridge.kit.timer.TimerRunner;
import org.daybridge.outcomes.Patients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class RiskResourceTest {
  private static final String RISKY =
      "{\"instrument\":\"PHQ-9\",\"answers\":{\"1\":1,\"2\":1,\"9\":%d}}";

  @Inject ServiceClock clock;
  @Inject TimerRunner timers;

  @AfterEach
  void backToNow() {
    clock.show(Instant.now());
  }

  @Test
  void answersARiskWithACrisisCardAndOpensACase() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), RISKY.formatted(1))
        .statusCode(201)
        .body("score.alerts[0].code", equalTo("thoughts-of-death-or-self-harm"))
        .body("crisisCard.contacts.telephone", hasItems("988", "911"))
        .body("crisisCard.safetyPlan", containsString(who.patient().toString()));
    UUID id = openCase(who);
    read(who.clinician(), id)
        .body("level", equalTo("MODERATE"))
        .body("state", equalTo("ALARMED"))
        .body("answers", hasSize(1))
        .body("addressees", notNullValue());
    assertThat(TestEvents.announced(RiskAlertRaised.class, id))
        .singleElement()
        .satisfies(raised -> assertThat(raised.source()).isEqualTo("PHQ-9/9"));
  }

  @Test
  void asksForAScreeningByATrainedPersonOnTheSameDay() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), RISKY.formatted(1)).statusCode(201);
    given()
        .auth()
        .oauth2(who.clinician())
        .get("/api/outcomes/v1/assignments?patientId=" + who.patient())
        .then()
        .body("items.findAll { it.occasion == 'RISK' }.instrument", contains("C-SSRS"));
  }

  @Test
  void opensNoCaseWithoutARiskAnswer() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), RISKY.formatted(0)).statusCode(201).body("crisisCard", nullValue());
    assertThat(Patients.count("select count(*) from risk_case where patient_id = ?", who.patient()))
        .isZero();
  }

  @Test
  void threadsParallelAnswersIntoOneCaseAndDropsNone() throws Exception {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String own = who.own();
    Callable<Integer> answer = () -> submit(own, RISKY.formatted(2)).extract().statusCode();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      for (var done : pool.invokeAll(java.util.Collections.nCopies(12, answer))) {
        assertThat(done.get()).isEqualTo(201);
      }
    }
    UUID id = openCase(who);
    read(who.clinician(), id).body("answers", hasSize(12));
    assertThat(Patients.count("select count(*) from risk_case where patient_id = ?", who.patient()))
        .isEqualTo(1);
  }

  @Test
  void closesWithADispositionOnlyAndStartsAnewAfterwards() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), RISKY.formatted(1)).statusCode(201);
    UUID id = openCase(who);
    String clinician = who.clinician();
    close(clinician, id, "CONTACT_MADE")
        .statusCode(409)
        .body("ruleId", equalTo("risk-answers-are-unreviewed"));
    acknowledge(clinician, id)
        .statusCode(200)
        .body("state", equalTo("ACKNOWLEDGED"))
        .body("acknowledgedBy", equalTo(who.therapist().toString()));
    close(clinician, id, "ENTERED_IN_ERROR").statusCode(422);
    close(clinician, id, "ASSESSED_SAME_DAY")
        .statusCode(200)
        .body("state", equalTo("CLOSED"))
        .body("steps.kind", contains("ALARMED", "ACKNOWLEDGED", "CLOSED"));
    assertThat(TestEvents.announced(RiskAlertClosed.class, id)).hasSize(1);
    submit(who.own(), RISKY.formatted(1)).statusCode(201);
    assertThat(openCase(who)).isNotEqualTo(id);
  }

  @Test
  void wantsTheVersionThatWasRead() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), RISKY.formatted(1)).statusCode(201);
    UUID id = openCase(who);
    String path = "/api/outcomes/v1/risk-cases/" + id + "/acknowledgement";
    given()
        .auth()
        .oauth2(who.clinician())
        .contentType("application/json")
        .post(path)
        .then()
        .statusCode(428);
    given()
        .auth()
        .oauth2(who.clinician())
        .contentType("application/json")
        .header("If-Match", "\"99\"")
        .post(path)
        .then()
        .statusCode(412);
  }

  @Test
  void letsNoWrongRoleAcknowledge() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), RISKY.formatted(1)).statusCode(201);
    UUID id = openCase(who);
    acknowledge(who.own(), id).statusCode(403);
    acknowledge(Tokens.staff("biller", Ids.next()), id).statusCode(403);
  }

  @Test
  void escalatesToTheClinicalDirectorWhoThenMaySee() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    UUID director = Patients.director();
    String hers = Tokens.staff("clinical_director", director);
    submit(who.own(), RISKY.formatted(3)).statusCode(201);
    UUID id = openCase(who);
    clock.show(Instant.now().plusSeconds(61 * 60));
    timers.fireAllDue();
    clock.show(Instant.now().plusSeconds(122 * 60 + 60));
    timers.fireAllDue();
    read(hers, id).body("state", equalTo("ALARMED")).body("steps.kind", hasItem("ESCALATED"));
    assertThat(
            Patients.count(
                "select count(*) from access_grant where kind = 'ESCALATION' and principal_id = ?",
                director))
        .isPositive();
    given()
        .auth()
        .oauth2(hers)
        .get("/api/outcomes/v1/measures?patientId=" + who.patient())
        .then()
        .body("items", hasSize(1));
    assertThat(TestEvents.announced(RiskAlertRaised.class, id).size()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void tellsOtherServicesOfTheSightThatAnAlarmBrings() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    submit(who.own(), RISKY.formatted(3)).statusCode(201);
    UUID grant = firstGrant(who.patient());
    assertThat(TestEvents.announced(EscalationAccessGranted.class, grant))
        .singleElement()
        .satisfies(
            told -> assertThat(told.validTo()).isEqualTo(told.validFrom().plusSeconds(24 * 3600)));
  }

  @Test
  void keepsADutyRoster() {
    String director = Tokens.staff("clinical_director", Ids.next());
    UUID staff = Ids.next();
    String id =
        given()
            .auth()
            .oauth2(director)
            .contentType("application/json")
            .body(
                "{\"staffId\":\"%s\",\"desk\":\"COVER\",\"from\":\"2030-01-01T00:00:00Z\",\"to\":\"2030-01-02T00:00:00Z\"}"
                    .formatted(staff))
            .post("/api/outcomes/v1/duty-shifts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    given()
        .auth()
        .oauth2(director)
        .delete("/api/outcomes/v1/duty-shifts/" + id)
        .then()
        .statusCode(204);
    given()
        .auth()
        .oauth2(director)
        .delete("/api/outcomes/v1/duty-shifts/" + id)
        .then()
        .statusCode(404);
    given()
        .auth()
        .oauth2(director)
        .contentType("application/json")
        .body(
            "{\"staffId\":\"%s\",\"desk\":\"COVER\",\"from\":\"2030-01-02T00:00:00Z\",\"to\":\"2030-01-01T00:00:00Z\"}"
                .formatted(staff))
        .post("/api/outcomes/v1/duty-shifts")
        .then()
        .statusCode(400);
  }

  private static UUID firstGrant(UUID patient) {
    try (var connection = TestPlatform.superuser();
        var select =
            connection.prepareStatement(
                "select grant_id from access_grant where kind = 'ESCALATION' and patient_id = ?")) {
      select.setObject(1, patient);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UUID openCase(Patients who) {
    List<String> ids =
        given()
            .auth()
            .oauth2(who.clinician())
            .get("/api/outcomes/v1/risk-cases?patientId=" + who.patient())
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .extract()
            .path("items.id");
    return UUID.fromString(ids.getFirst());
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

  private static ValidatableResponse read(String token, UUID id) {
    return given()
        .auth()
        .oauth2(token)
        .get("/api/outcomes/v1/risk-cases/" + id)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse acknowledge(String token, UUID id) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .header("If-Match", etag(id))
        .post("/api/outcomes/v1/risk-cases/" + id + "/acknowledgement")
        .then();
  }

  private static ValidatableResponse close(String token, UUID id, String disposition) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .header("If-Match", etag(id))
        .body("{\"disposition\":\"%s\"}".formatted(disposition))
        .post("/api/outcomes/v1/risk-cases/" + id + "/closure")
        .then();
  }

  private static String etag(UUID id) {
    return "\"" + Patients.count("select version from risk_case where risk_case_id = ?", id) + "\"";
  }
}
