package org.daybridge.records.exposure;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class ExposureResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void isGradedFromTheLeastToTheMostFeared() {
    build(20, 10, 30).statusCode(422).body("type", endsWith("/hierarchy-is-graded"));
    build(20, 30).statusCode(422).body("type", endsWith("/hierarchy-is-graded"));
    build(20, 20, 60).statusCode(201).body("nextStep", equalTo(1));
  }

  @Test
  void theNextStepIsTheFirstThatHasNotLostItsForceWhateverWasTried() {
    var built = build(20, 40, 60);
    var bold = attempt(built, 3, 70, 50).statusCode(200).body("nextStep", equalTo(1));
    var first = attempt(bold, 1, 20, 10).statusCode(200).body("nextStep", equalTo(2));
    attempt(first, 4, 20, 10).statusCode(422).body("type", endsWith("/exposure-step-exists"));
    attempt(first, 1, 5, 10).statusCode(422).body("type", endsWith("/attempt-peak-is-highest"));
    story
        .as(story.therapist())
        .header("If-Match", first.extract().header("ETag"))
        .body(Map.of("steps", steps(1, 2, 3)))
        .put(API + "/exposure-hierarchies/" + first.extract().path("id") + "/steps")
        .then()
        .statusCode(200);
    story
        .as(story.self())
        .body(Map.of("patientId", story.patient, "fear", "dogs", "steps", steps(1, 2, 3)))
        .post(API + "/exposure-hierarchies")
        .then()
        .statusCode(403);
  }

  private ValidatableResponse build(Integer... expected) {
    return story.post(
        story.therapist(),
        "/exposure-hierarchies",
        Map.of("patientId", story.patient, "fear", "dogs", "steps", steps(expected)));
  }

  private static List<Map<String, Object>> steps(Integer... expected) {
    var steps = new java.util.ArrayList<Map<String, Object>>();
    for (var each : expected) {
      steps.add(Map.of("situation", "step " + (steps.size() + 1), "expected", each));
    }
    return steps;
  }

  private ValidatableResponse attempt(ValidatableResponse seen, int step, int peak, int after) {
    return story.post(
        story.self(),
        "/exposure-hierarchies/" + seen.extract().path("id") + "/steps/" + step + "/attempts",
        seen.extract().header("ETag"),
        Map.of(
            "at",
            Instant.now().minusSeconds(5).toString(),
            "before",
            5,
            "peak",
            peak,
            "after",
            after,
            "minutes",
            20));
  }
}
