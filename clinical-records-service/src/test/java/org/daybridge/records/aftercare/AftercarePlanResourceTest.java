package org.daybridge.records.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertRaised;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.contract.records.RecordsEvent.AftercarePlanSigned;
import org.daybridge.contract.records.RecordsEvent.SafetyPlanSigned;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class AftercarePlanResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void bothSignaturesPutAnAftercarePlanIntoForceAndTellIntake() {
    var plan = begin("/aftercare-plans", aftercare(List.of(7, 30)));
    var one = sign("/aftercare-plans", story.therapist(), plan).body("status", equalTo("DRAFT"));
    assertThat(TestEvents.announced(AftercarePlanSigned.class, id(plan))).isEmpty();
    sign("/aftercare-plans", story.self(), one)
        .statusCode(200)
        .body("status", equalTo("SIGNED"))
        .body("signed.content.followUpDays", hasItem(30));
    assertThat(TestEvents.announced(AftercarePlanSigned.class, id(plan)))
        .singleElement()
        .extracting(AftercarePlanSigned::episodeId)
        .isEqualTo(new EpisodeId(story.episode));
    story
        .post(
            story.therapist(),
            "/aftercare-plans",
            Map.of("patientId", story.patient, "content", aftercare(List.of(7))))
        .statusCode(409)
        .body("type", endsWith("/one-personal-plan-of-a-kind"));
  }

  @Test
  void nobodySignsAnAftercarePlanWithoutFollowUp() {
    var plan = begin("/aftercare-plans", aftercare(List.of()));
    sign("/aftercare-plans", story.therapist(), plan)
        .statusCode(422)
        .body("type", endsWith("/aftercare-has-follow-up-days"));
  }

  @Test
  void aHighRiskAlertPutsTheSafetyPlanOnTheWorklistUntilItIsSignedAgain() {
    TestEvents.publish(
        new RiskAlertRaised(
            new RiskCaseId(Ids.next()),
            new PatientId(story.patient),
            new EpisodeId(story.episode),
            "HIGH",
            "C-SSRS",
            Instant.now(),
            Instant.now()));
    Awaitility.await()
        .untilAsserted(() -> due().body("items.patientId", hasItem(story.patient.toString())));
    var plan = begin("/safety-plans", safety("911"));
    sign("/safety-plans", story.therapist(), plan)
        .statusCode(422)
        .body("type", endsWith("/safety-plan-names-988"));
    var better =
        story
            .as(story.therapist())
            .header("If-Match", plan.extract().header("ETag"))
            .body(safety("988"))
            .put(API + "/safety-plans/" + id(plan) + "/draft")
            .then()
            .statusCode(200);
    var one = sign("/safety-plans", story.therapist(), better);
    sign("/safety-plans", story.self(), one).body("status", equalTo("SIGNED"));
    due().body("items.patientId", not(hasItem(story.patient.toString())));
    assertThat(TestEvents.announced(SafetyPlanSigned.class, story.episode))
        .singleElement()
        .extracting(SafetyPlanSigned::planVersion)
        .isEqualTo(1);
    story.as(story.therapist()).get(API + "/aftercare-plans/" + id(plan)).then().statusCode(404);
  }

  private ValidatableResponse due() {
    return story.as(story.therapist()).get(API + "/worklists/safety-plans-due").then();
  }

  private ValidatableResponse begin(String path, Map<String, ?> content) {
    return story
        .post(story.therapist(), path, Map.of("patientId", story.patient, "content", content))
        .statusCode(201);
  }

  private ValidatableResponse sign(String path, String token, ValidatableResponse plan) {
    return story.post(
        token,
        path + "/" + id(plan) + "/signatures",
        plan.extract().header("ETag"),
        Map.of("contentHash", plan.extract().path("draft.contentHash")));
  }

  private static Map<String, ?> aftercare(List<Integer> days) {
    return Map.of(
        "appointments",
            List.of(Map.of("with", "outpatient clinic", "purpose", "therapy", "phone", "555-0101")),
        "contacts", List.of(Map.of("name", "sister", "relation", "family", "phone", "555-0102")),
        "crisisSteps", List.of("call 988"),
        "followUpDays", days);
  }

  private static Map<String, ?> safety(String phone) {
    return Map.of(
        "warningSigns", List.of("pacing"),
        "ownCoping", List.of("walk"),
        "peopleAndPlaces", List.of("library"),
        "peopleToAsk", List.of(Map.of("name", "friend", "phone", "555-0103")),
        "professionals", List.of(Map.of("name", "lifeline", "phone", phone)),
        "saferEnvironment", List.of("tablets with the neighbor"));
  }

  private static UUID id(ValidatableResponse plan) {
    return UUID.fromString(plan.extract().path("id"));
  }
}
