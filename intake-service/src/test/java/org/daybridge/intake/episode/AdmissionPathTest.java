package org.daybridge.intake.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.intake.IntakeClinic;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AdmissionPathTest {
  @Test
  void admitsWhoIsAssessedDecidedAndConsented() {
    IntakeClinic clinic = IntakeClinic.open();
    IntakeClinic.Ready ready = clinic.ready(clinic.substanceUse);

    String episode = clinic.admit(ready).statusCode(201).extract().path("id");

    clinic
        .asTherapist()
        .get("/api/intake/v1/episodes/" + episode)
        .then()
        .statusCode(200)
        .body("active", equalTo(true))
        .body("coverage", equalTo("PENDING"));
    List<PatientAdmitted> announced =
        TestEvents.announced(PatientAdmitted.class, UUID.fromString(episode));
    assertThat(announced).hasSize(1);
    assertThat(announced.getFirst().siteZone()).isEqualTo("America/New_York");
    clinic
        .as(Tokens.patient(UUID.fromString(ready.patient())))
        .get("/api/intake/v1/episodes/" + episode)
        .then()
        .statusCode(200);
    clinic
        .as(Tokens.staff("therapist", Ids.next()))
        .get("/api/intake/v1/episodes/" + episode)
        .then()
        .statusCode(404)
        .body("type", endsWith("not-found"));
  }

  @Test
  void fiftyAdmissionsAtOnceOpenOneEpisode() throws Exception {
    IntakeClinic clinic = IntakeClinic.open();
    IntakeClinic.Ready ready = clinic.ready(clinic.substanceUse);
    String token = Tokens.staff("therapist", clinic.therapist);
    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(50)) {
      Callable<Integer> one =
          () ->
              clinic
                  .as(token)
                  .body(clinic.admission())
                  .post("/api/intake/v1/referrals/" + ready.referral() + "/admission")
                  .statusCode();
      for (var answer : threads.invokeAll(java.util.Collections.nCopies(50, one))) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    assertThat(answers).allMatch(status -> status == 201 || status == 409 || status == 503);
    clinic
        .asTherapist()
        .get("/api/intake/v1/episodes?patientId=" + ready.patient())
        .then()
        .statusCode(200)
        .body("size()", equalTo(1));
  }

  @Test
  void namesTheFirstRuleThatStandsInTheWayOfAnAdmission() {
    IntakeClinic clinic = IntakeClinic.open();
    var referred = clinic.refer(clinic.substanceUse).extract();
    IntakeClinic.Ready ready =
        new IntakeClinic.Ready(referred.path("id"), referred.path("patientId"));
    String base = "/api/intake/v1/referrals/" + ready.referral();
    clinic
        .asDirector()
        .body(clinic.admission())
        .post(base + "/admission")
        .then()
        .statusCode(409)
        .body("type", endsWith("referral-is-accepted"));
    clinic
        .asCoordinator()
        .body(clinic.admission())
        .post(base + "/admission")
        .then()
        .statusCode(403);
    clinic
        .asCoordinator()
        .body(Map.of("assessmentOn", "2000-01-01"))
        .post(base + "/acceptance")
        .then()
        .statusCode(422)
        .body("type", endsWith("assessment-day-is-ahead"));
    clinic
        .asCoordinator()
        .body(Map.of("assessmentOn", "2099-01-01"))
        .post(base + "/acceptance")
        .then()
        .statusCode(200);
    clinic
        .asDirector()
        .body(clinic.admission())
        .post(base + "/admission")
        .then()
        .statusCode(422)
        .body("type", endsWith("assessment-incomplete"))
        .body("detail", containsString("MEDICAL"));
    assertThat(TestEvents.announced(PatientAdmitted.class, UUID.fromString(ready.referral())))
        .isEmpty();
  }

  @Test
  void holdsAPlannedDischargeUntilAftercareButNeverAnotherEnd() {
    IntakeClinic clinic = IntakeClinic.open();
    IntakeClinic.Ready ready = clinic.ready(clinic.substanceUse);
    String episode = clinic.admit(ready).statusCode(201).extract().path("id");
    String discharge = "/api/intake/v1/episodes/" + episode + "/discharge";
    clinic
        .asTherapist()
        .body(Map.of("reason", "COMPLETED"))
        .post(discharge)
        .then()
        .statusCode(422)
        .body("type", endsWith("aftercare-plan-signed"));
    clinic
        .asTherapist()
        .body(Map.of("reason", "COMPLETED", "waivers", Map.of("AFTERCARE_PLAN", "moves away")))
        .post(discharge)
        .then()
        .statusCode(422)
        .body("type", endsWith("waiver-by-clinical-director"));
    clinic
        .asTherapist()
        .body(Map.of("reason", "LEFT_AGAINST_ADVICE"))
        .post(discharge)
        .then()
        .statusCode(200)
        .body("active", equalTo(false));
    clinic
        .asTherapist()
        .get("/api/intake/v1/discharge-tasks")
        .then()
        .statusCode(200)
        .body("gate", equalTo(List.of("AFTERCARE_PLAN")));
    assertThat(TestEvents.announced(PatientDischarged.class, UUID.fromString(episode))).hasSize(1);
    clinic
        .asTherapist()
        .body(Map.of("reason", "OTHER"))
        .post(discharge)
        .then()
        .statusCode(409)
        .body("type", endsWith("episode-is-active"));
  }

  @Test
  void aReadmissionKnowsTheEpisodeBefore() {
    IntakeClinic clinic = IntakeClinic.open();
    Map<String, Object> body = clinic.referral(clinic.substanceUse);
    var first =
        clinic
            .asCoordinator()
            .body(body)
            .post("/api/intake/v1/referrals")
            .then()
            .statusCode(201)
            .extract();
    IntakeClinic.Ready ready = new IntakeClinic.Ready(first.path("id"), first.path("patientId"));
    clinic.prepare(ready);
    String episode = clinic.admit(ready).statusCode(201).extract().path("id");
    clinic
        .asTherapist()
        .body(Map.of("reason", "LOST_CONTACT"))
        .post("/api/intake/v1/episodes/" + episode + "/discharge")
        .then()
        .statusCode(200);

    var second =
        clinic
            .asCoordinator()
            .body(body)
            .post("/api/intake/v1/referrals")
            .then()
            .statusCode(201)
            .body("patientId", equalTo(ready.patient()))
            .body("personWasKnown", equalTo(true))
            .extract();
    IntakeClinic.Ready again = new IntakeClinic.Ready(second.path("id"), second.path("patientId"));
    clinic.prepare(again);
    clinic.admit(again).statusCode(201).body("priorEpisodeId", equalTo(episode));
  }
}
