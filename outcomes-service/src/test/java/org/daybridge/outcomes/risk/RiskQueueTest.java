package org.daybridge.outcomes.risk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.scheduling.AttendanceId;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.outcomes.Patients;
import org.daybridge.outcomes.risk.RiskQueue.Entry;
import org.daybridge.outcomes.risk.RiskQueue.Reason;
import org.daybridge.outcomes.risk.RiskQueue.Signal;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class RiskQueueTest {
  private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
  private static final UUID ANNA = new UUID(1, 1);
  private static final UUID BERT = new UUID(1, 2);

  @Test
  void ranksByTheHeaviestReasonBeforeTheSum() {
    List<Entry> queue =
        RiskQueue.ranked(
            List.of(
                reason(ANNA, Signal.SESSIONS_MISSED),
                reason(ANNA, Signal.DETERIORATION),
                reason(ANNA, Signal.LOW_RISK),
                reason(BERT, Signal.HIGH_RISK)));
    assertThat(queue).extracting(Entry::patient).containsExactly(BERT, ANNA);
    assertThat(queue.getLast().reasons())
        .extracting(Reason::signal)
        .containsExactly(Signal.LOW_RISK, Signal.DETERIORATION, Signal.SESSIONS_MISSED);
  }

  @Test
  void explainsWhyAPatientIsInTheQueueOfTheOwnClinicianOnly() {
    Patients risky = Patients.admitted(Population.MENTAL_HEALTH);
    Patients absent = Patients.admitted(Population.MENTAL_HEALTH);
    Patients unknown = Patients.admitted(Population.MENTAL_HEALTH);
    TestGrants.careTeam(risky.therapist(), absent.patient());
    TestGrants.careTeam(risky.therapist(), unknown.patient());
    answer(risky, "{\"1\":1,\"9\":1}");
    answer(unknown, "{\"1\":1}");
    miss(absent);
    miss(absent);
    absent.awaitCount("select count(*) from attendance where patient_id = ?", absent.patient(), 2);
    given()
        .auth()
        .oauth2(risky.clinician())
        .get("/api/outcomes/v1/risk-queue")
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body(
            "items.patientId",
            contains(
                risky.patient().toString(),
                unknown.patient().toString(),
                absent.patient().toString()))
        .body("items[0].reasons.signal", hasItem("MODERATE_RISK"))
        .body("items[1].reasons.signal", hasItem("RISK_UNKNOWN"))
        .body("items[2].reasons[0].count", equalTo(2));
    given()
        .auth()
        .oauth2(absent.clinician())
        .get("/api/outcomes/v1/risk-queue")
        .then()
        .body("items.patientId", contains(absent.patient().toString()));
    given().auth().oauth2(risky.own()).get("/api/outcomes/v1/risk-queue").then().statusCode(403);
  }

  private static Reason reason(UUID patient, Signal signal) {
    return new Reason(patient, signal, NOW, new UUID(2, 2), 1);
  }

  private static void answer(Patients who, String answers) {
    given()
        .auth()
        .oauth2(who.own())
        .contentType("application/json")
        .body("{\"instrument\":\"PHQ-9\",\"answers\":" + answers + "}")
        .post("/api/outcomes/v1/measures")
        .then()
        .statusCode(201);
  }

  private static void miss(Patients who) {
    TestEvents.publish(
        new SessionMissed(
            new AttendanceId(Ids.next()),
            new PatientId(who.patient()),
            new EpisodeId(who.episode()),
            new SessionId(Ids.next()),
            "process-group",
            Instant.now().minus(Duration.ofDays(1)),
            "NO_SHOW"));
  }
}
