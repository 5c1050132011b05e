package org.daybridge.outcomes.step;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.StepDirection;
import org.daybridge.contract.intake.DecisionId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.StepChangeDecided;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.outcomes.OutcomesEvent.StepChangeProposed;
import org.daybridge.contract.outcomes.ProposalId;
import org.daybridge.contract.scheduling.AttendanceId;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.outcomes.Patients;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class StepProposalTest {
  private static final Duration WEEKS = Duration.ofDays(28);

  @Test
  void proposesAStepDownFromTwoMeasuresAndAttendance() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH, Instant.now().minus(WEEKS));
    answer(who, 2, 27);
    answer(who, 1, 8);
    answer(who, 1, 1);
    readiness(who).body("because", hasItem(startsWith("attendance of 4 sessions")));
    for (int day = 1; day <= 5; day++) attend(who, day);
    who.awaitCount("select count(*) from step_proposal where episode_id = ?", who.episode(), 1);
    String id =
        proposals(who)
            .body("items", hasSize(1))
            .body("items[0].direction", equalTo("DOWN"))
            .body("items[0].rule", equalTo("two-measures-under-threshold"))
            .body("items[0].evidence", hasSize(2))
            .extract()
            .path("items[0].id");
    assertThat(TestEvents.announced(StepChangeProposed.class, UUID.fromString(id)))
        .singleElement()
        .satisfies(told -> assertThat(told.direction()).isEqualTo(StepDirection.DOWN));
    attend(who, 6);
    who.awaitCount("select count(*) from attendance where patient_id = ?", who.patient(), 6);
    proposals(who).body("items", hasSize(1));
    TestEvents.publish(
        new StepChangeDecided(
            new EpisodeId(who.episode()),
            new PatientId(who.patient()),
            new DecisionId(Ids.next()),
            new ProposalId(UUID.fromString(id)),
            StepDirection.DOWN,
            LevelOfCare.INTENSIVE_OUTPATIENT,
            LevelOfCare.OUTPATIENT,
            Instant.now()));
    who.awaitCount(
        "select count(*) from step_proposal where outcome = 'DECIDED' and episode_id = ?",
        who.episode(),
        1);
  }

  @Test
  void proposesNothingWithPoorAttendance() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH, Instant.now().minus(WEEKS));
    answer(who, 1, 8);
    answer(who, 1, 1);
    for (int day = 1; day <= 5; day++) miss(who, day);
    who.awaitCount("select count(*) from attendance where patient_id = ?", who.patient(), 5);
    readiness(who)
        .body("direction", nullValue())
        .body("because", hasItem("attendance is 0 of 5, below 80 %"));
    proposals(who).body("items", hasSize(0));
  }

  @Test
  void showsATrajectoryWithBandsCorridorAndTrack() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH, Instant.now().minus(WEEKS));
    answer(who, 2, 27);
    answer(who, 1, 8);
    given()
        .auth()
        .oauth2(who.clinician())
        .get("/api/outcomes/v1/trajectories?instrument=PHQ-9&patientId=" + who.patient())
        .then()
        .statusCode(200)
        .body("baseline.value", equalTo(16))
        .body("points", hasSize(2))
        .body("points[1].change.change", equalTo(-8))
        .body("points[1].change.status", equalTo("RESPONSE"))
        .body("corridorLow", equalTo(10))
        .body("corridorHigh", equalTo(22))
        .body("bands", hasSize(5))
        .body("track", equalTo("ON_TRACK"));
  }

  @Test
  void saysWhoIsNotOnTrack() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH, Instant.now().minus(WEEKS));
    answer(who, 1, 27);
    answer(who, 2, 8);
    given()
        .auth()
        .oauth2(who.own())
        .get("/api/outcomes/v1/trajectories?instrument=PHQ-9")
        .then()
        .statusCode(200)
        .body("change.status", equalTo("DETERIORATED"))
        .body("track", equalTo("NOT_ON_TRACK"))
        .body("rule", equalTo("reliable-deterioration"));
    proposals(who).body("items[0].direction", equalTo("UP"));
  }

  @Test
  void showsNoChangeWithoutABaseline() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH, Instant.now().minus(WEEKS));
    answer(who, 1, 1);
    given()
        .auth()
        .oauth2(who.own())
        .get("/api/outcomes/v1/trajectories?instrument=PHQ-9")
        .then()
        .statusCode(200)
        .body("baseline", nullValue())
        .body("change.status", equalTo("NO_BASELINE"))
        .body("change.change", nullValue())
        .body("points[0].measureId", notNullValue());
    given()
        .auth()
        .oauth2(who.own())
        .get("/api/outcomes/v1/trajectories?instrument=NOPE")
        .then()
        .statusCode(400);
  }

  private static void answer(Patients who, int each, int daysAgo) {
    StringBuilder answers = new StringBuilder();
    for (int item = 1; item <= 8; item++) answers.append("\"%d\":%d,".formatted(item, each));
    given()
        .auth()
        .oauth2(who.own())
        .contentType("application/json")
        .body(
            "{\"instrument\":\"PHQ-9\",\"answers\":{%s\"9\":0},\"answeredAt\":\"%s\"}"
                .formatted(answers, Instant.now().minus(Duration.ofDays(daysAgo))))
        .post("/api/outcomes/v1/measures")
        .then()
        .statusCode(201);
  }

  private static void attend(Patients who, int daysAgo) {
    Instant at = Instant.now().minus(Duration.ofDays(daysAgo));
    TestEvents.publish(
        new SessionAttended(
            new AttendanceId(Ids.next()),
            new PatientId(who.patient()),
            new EpisodeId(who.episode()),
            new SessionId(Ids.next()),
            "process-group",
            at,
            at.plusSeconds(3600),
            60,
            true,
            "PRESENT"));
  }

  private static void miss(Patients who, int daysAgo) {
    TestEvents.publish(
        new SessionMissed(
            new AttendanceId(Ids.next()),
            new PatientId(who.patient()),
            new EpisodeId(who.episode()),
            new SessionId(Ids.next()),
            "process-group",
            Instant.now().minus(Duration.ofDays(daysAgo)),
            "NO_SHOW"));
  }

  private static ValidatableResponse proposals(Patients who) {
    return given()
        .auth()
        .oauth2(who.clinician())
        .get("/api/outcomes/v1/step-proposals?patientId=" + who.patient())
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse readiness(Patients who) {
    return given()
        .auth()
        .oauth2(who.clinician())
        .get("/api/outcomes/v1/step-proposals/readiness?patientId=" + who.patient())
        .then()
        .statusCode(200);
  }
}
