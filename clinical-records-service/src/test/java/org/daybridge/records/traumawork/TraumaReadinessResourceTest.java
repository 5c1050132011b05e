package org.daybridge.records.traumawork;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class TraumaReadinessResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  private static final List<String> ALL =
      List.of(
          "SAFE_PLACE_TO_LIVE",
          "SAFETY_PLAN_SIGNED",
          "NO_HIGH_RISK_NOW",
          "CAN_CALM_SELF",
          "USE_UNDER_CONTROL",
          "SUPPORT_OUTSIDE");

  @Test
  void nobodyAgreesBeforeEverythingIsInPlace() {
    var look = look(ALL.subList(0, 4)).statusCode(201).body("missing", hasSize(2));
    agree(story.self(), look).statusCode(422).body("type", endsWith("/readiness-before-agreement"));
    agree(story.therapist(), look(ALL)).statusCode(403);
  }

  @Test
  void aPlanWithTraumaFocusedWorkIsActiveOnlyAfterThePatientAgreed() {
    var plan =
        story
            .post(
                story.therapist(),
                "/treatment-plans",
                Map.of("patientId", story.patient, "content", traumaFocused()))
            .statusCode(201);
    var path = "/treatment-plans/" + plan.extract().path("id") + "/signatures";
    var seen = Map.of("contentHash", plan.extract().<String>path("draft.contentHash"));
    var one =
        story.post(story.therapist(), path, plan.extract().header("ETag"), seen).statusCode(200);
    story
        .post(story.self(), path, one.extract().header("ETag"), seen)
        .statusCode(422)
        .body("type", endsWith("/trauma-work-needs-readiness"));
    agree(story.self(), look(ALL)).statusCode(200).body("agreedAt", notNullValue());
    story.post(story.self(), path, one.extract().header("ETag"), seen).statusCode(200);
  }

  @Test
  void whatWasWithdrawnIsNotAgreedAgain() {
    var agreed = agree(story.self(), look(ALL)).statusCode(200);
    var withdrawn =
        story
            .as(story.self())
            .header("If-Match", agreed.extract().header("ETag"))
            .delete(API + "/trauma-readiness/" + agreed.extract().path("id") + "/agreement")
            .then()
            .statusCode(200)
            .body("withdrawnAt", notNullValue());
    agree(story.self(), withdrawn)
        .statusCode(409)
        .body("type", endsWith("/trauma-agreement-stands"));
  }

  private ValidatableResponse look(List<String> inPlace) {
    return story.post(
        story.therapist(),
        "/trauma-readiness",
        Map.of("patientId", story.patient, "inPlace", inPlace));
  }

  private ValidatableResponse agree(String token, ValidatableResponse look) {
    return story.post(
        token,
        "/trauma-readiness/" + look.extract().path("id") + "/agreement",
        look.extract().header("ETag"),
        Map.of());
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> traumaFocused() {
    var content = new HashMap<>(story.planContent(Ids.next(), "I want to sleep"));
    var problem = new HashMap<>(((List<Map<String, Object>>) content.get("problems")).getFirst());
    var goal = new HashMap<>(((List<Map<String, Object>>) problem.get("goals")).getFirst());
    var objective = new HashMap<>(((List<Map<String, Object>>) goal.get("objectives")).getFirst());
    var work =
        new HashMap<>(((List<Map<String, Object>>) objective.get("interventions")).getFirst());
    work.put("evidenceBase", "emdr");
    objective.put("interventions", List.of(work));
    goal.put("objectives", List.of(objective));
    problem.put("goals", List.of(goal));
    content.put("problems", List.of(problem));
    return content;
  }
}
