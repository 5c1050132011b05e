package org.daybridge.records.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.RecordsEvent.TreatmentPlanActivated;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class TreatmentPlanResourceTest {

  private RecordsFixture story;
  private final UUID goal = Ids.next();

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void admissionOpensAnInterimPlanAndPutsThePlanOnTheWorklist() {
    story
        .as(story.therapist())
        .get(API + "/interim-plans?patientId=" + story.patient)
        .then()
        .body(
            "[0].planDueOn",
            equalTo(
                story.admittedAt.atZone(RecordsFixture.ZONE).toLocalDate().plusDays(7).toString()));
    plansDue().body("items.patientId", hasItem(story.patient.toString()));
  }

  @Test
  void aWeekWithoutAnActivePlanShowsAsOverdue() throws SQLException {
    try (var connection = TestPlatform.superuser();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update timer set due_at = now() - interval '1 minute' where kind ="
              + " 'treatment-plan-due' and subject_id = (select interim_plan_id from"
              + " interim_plan where patient_id = '"
              + story.patient
              + "')");
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                story
                    .as(story.therapist())
                    .get(API + "/interim-plans?patientId=" + story.patient)
                    .then()
                    .body("[0].planOverdue", equalTo(true)));
  }

  @Test
  void theSignaturesOfTherapistAndPatientActivateThePlan() {
    var plan = draft("I want to sleep").body("draft.missingSignatures.size()", equalTo(2));
    var one =
        sign(story.therapist(), plan)
            .statusCode(200)
            .body("status", equalTo("DRAFT"))
            .body("draft.missingSignatures", contains("PATIENT"));
    sign(story.therapist(), one).statusCode(409).body("type", endsWith("/each-person-signs-once"));
    sign(story.self(), one)
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("active.prescribedMinutesPerWeek.GROUP", equalTo(270))
        .body("active.reviewDueOn", notNullValue());
    assertThat(TestEvents.announced(TreatmentPlanActivated.class, id(plan))).hasSize(1);
    plansDue().body("items.patientId", not(hasItem(story.patient.toString())));
    story
        .as(story.therapist())
        .get(API + "/interim-plans?patientId=" + story.patient)
        .then()
        .body("[0].endedAt", notNullValue());
  }

  @Test
  void aRecordedRefusalActivatesInThePatientsPlace() {
    var plan = draft("I want to sleep");
    var one = sign(story.therapist(), plan);
    story
        .post(
            story.therapist(),
            "/treatment-plans/" + id(plan) + "/refusals",
            one.extract().header("ETag"),
            Map.of(
                "reason",
                "DECLINED",
                "words",
                "not today",
                "attempts",
                2,
                "witnessId",
                story.supervisor,
                "contentHash",
                hash(one)))
        .statusCode(200)
        .body("status", equalTo("ACTIVE"))
        .body("active.refusal.attempts", equalTo(2));
  }

  @Test
  void activatingEarlyListsWhoIsMissing() {
    var plan = draft("I want to sleep");
    story
        .post(
            story.therapist(),
            "/treatment-plans/" + id(plan) + "/activation",
            plan.extract().header("ETag"),
            Map.of())
        .statusCode(422)
        .body("type", endsWith("/plan-signatures-complete"))
        .body("detail", containsString("PATIENT"));
  }

  @Test
  void nobodySignsAPlanWithGapsAndTheDraftNamesThem() {
    var plan = draft(" ").body("draft.gaps.rule", contains("goal-in-patient-words"));
    sign(story.therapist(), plan).statusCode(422).body("type", endsWith("/goal-in-patient-words"));
  }

  @Test
  void anEditDropsSignaturesAndTheOldHashNoLongerSigns() {
    var plan = draft("I want to sleep");
    var one = sign(story.therapist(), plan);
    var edited =
        story
            .as(story.therapist())
            .header("If-Match", one.extract().header("ETag"))
            .body(story.planContent(goal, "I want to work"))
            .put(API + "/treatment-plans/" + id(plan) + "/draft")
            .then()
            .statusCode(200)
            .body("draft.signatures.size()", equalTo(0));
    story
        .post(
            story.self(),
            "/treatment-plans/" + id(plan) + "/signatures",
            edited.extract().header("ETag"),
            Map.of("contentHash", hash(plan)))
        .statusCode(409)
        .body("type", endsWith("/signer-saw-this-text"));
  }

  @Test
  void aRevisionShowsItsDifferenceAndLeavesTheOldVersionReadable() {
    var plan = story.activePlan(goal);
    var path = "/treatment-plans/" + plan;
    var active = story.as(story.therapist()).get(API + path).then();
    var draft =
        story
            .as(story.therapist())
            .header("If-Match", active.extract().header("ETag"))
            .body(story.planContent(goal, "I want to work"))
            .put(API + path + "/draft")
            .then()
            .body("status", equalTo("IN_REVISION"))
            .body("active.version", equalTo(1));
    sign(story.self(), sign(story.therapist(), draft)).body("active.version", equalTo(2));
    story
        .as(story.therapist())
        .get(API + path + "/difference?from=1&to=2")
        .then()
        .statusCode(200)
        .body("after", hasItem("I want to work"));
    story.as(story.therapist()).get(API + path + "/versions/1").then().statusCode(200);
    story.as(story.therapist()).get(API + path + "/versions/3").then().statusCode(404);
  }

  @Test
  void aSignedVersionIsFrozenInTheDatabase() throws SQLException {
    var plan = story.activePlan(goal);
    try (var connection = TestPlatform.superuser();
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "update treatment_plan_version set canonical = 'x' where plan_id = '"
                          + plan
                          + "'"))
          .hasMessageContaining("never changes");
    }
  }

  @Test
  void aReviewNeedsAFindingForEachGoal() {
    var plan = story.activePlan(goal);
    var tag = story.as(story.therapist()).get(API + "/treatment-plans/" + plan).getHeader("ETag");
    var path = "/treatment-plans/" + plan + "/reviews";
    story
        .post(story.therapist(), path, tag, review(List.of()))
        .statusCode(422)
        .body("type", endsWith("/review-covers-every-goal"));
    story
        .post(
            story.therapist(),
            path,
            tag,
            review(List.of(Map.of("goalId", goal, "progress", "IMPROVING"))))
        .statusCode(200)
        .body("active.reviews.decision", contains("CONTINUE"));
  }

  @Test
  void dischargeClosesThePlanOnceHoweverOftenItIsTold() {
    var plan = story.activePlan(goal);
    var event =
        new PatientDischarged(
            new EpisodeId(story.episode),
            new PatientId(story.patient),
            Instant.now(),
            "COMPLETED",
            true,
            null);
    var id = Ids.next();
    TestEvents.publish(event, id, 2);
    TestEvents.publish(event, id, 2);
    Awaitility.await()
        .untilAsserted(
            () ->
                story
                    .as(story.therapist())
                    .get(API + "/treatment-plans/" + plan)
                    .then()
                    .body("status", equalTo("CLOSED"))
                    .body("active.version", equalTo(1)));
  }

  private static Map<String, Object> review(List<?> findings) {
    return Map.of("decision", "CONTINUE", "findings", findings, "summary", "goes well");
  }

  private ValidatableResponse plansDue() {
    return story.as(story.therapist()).get(API + "/worklists/plans-due").then().statusCode(200);
  }

  private ValidatableResponse draft(String words) {
    return story
        .post(
            story.therapist(),
            "/treatment-plans",
            Map.of("patientId", story.patient, "content", story.planContent(goal, words)))
        .statusCode(201);
  }

  private ValidatableResponse sign(String token, ValidatableResponse plan) {
    return story.post(
        token,
        "/treatment-plans/" + id(plan) + "/signatures",
        plan.extract().header("ETag"),
        Map.of("contentHash", hash(plan)));
  }

  private static String hash(ValidatableResponse plan) {
    return plan.extract().path("draft.contentHash");
  }

  private static UUID id(ValidatableResponse plan) {
    return UUID.fromString(plan.extract().path("id"));
  }
}
