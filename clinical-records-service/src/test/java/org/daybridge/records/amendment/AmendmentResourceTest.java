package org.daybridge.records.amendment;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class AmendmentResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void isExtendedOnceByThirtyDays() {
    var asked = ask().statusCode(201).body("status", equalTo("OPEN"));
    var due = LocalDate.parse(asked.extract().path("dueOn"));
    var once = step(story.therapist(), asked, "extension", text("records are off site"));
    once.statusCode(200).body("dueOn", equalTo(due.plusDays(30).toString()));
    step(story.therapist(), once, "extension", text("still off site"))
        .statusCode(422)
        .body("type", endsWith("/amendment-extended-once"));
  }

  @Test
  void aDenialHasAGroundAndThePatientMayAnswerIt() {
    var asked = ask();
    step(story.self(), asked, "disagreement", text("no"))
        .statusCode(409)
        .body("type", endsWith("/disagreement-answers-a-denial"));
    step(story.self(), asked, "denial", Map.of("ground", "ACCURATE_AND_COMPLETE", "because", "x"))
        .statusCode(403);
    var denied =
        step(
                story.therapist(),
                asked,
                "denial",
                Map.of("ground", "ACCURATE_AND_COMPLETE", "because", "it is as it was said"))
            .statusCode(200)
            .body("status", equalTo("DENIED"));
    step(story.therapist(), denied, "acceptance", text("changed my mind"))
        .statusCode(409)
        .body("type", endsWith("/amendment-is-open"));
    step(story.self(), denied, "disagreement", text("I never said that"))
        .statusCode(200)
        .body("disagreement", equalTo("I never said that"));
  }

  @Test
  void aRequestWaitsOnTheWorklistAndStrangersSeeNothing() {
    String id = ask().extract().path("id");
    story
        .as(story.therapist())
        .get(API + "/worklists/everything")
        .then()
        .statusCode(200)
        .body("items.itemId", hasItem(id));
    var stranger = Tokens.staff("therapist", Ids.next());
    story.as(stranger).get(API + "/amendment-requests/" + id).then().statusCode(404);
    story
        .post(story.self(), "/amendment-requests", Map.of("patientId", story.patient))
        .statusCode(400);
  }

  private ValidatableResponse ask() {
    return story.post(
        story.self(),
        "/amendment-requests",
        Map.of("patientId", story.patient, "wanted", "my job is wrong", "because", "I teach"));
  }

  private static Map<String, Object> text(String words) {
    return Map.of("text", words);
  }

  private ValidatableResponse step(
      String token, ValidatableResponse seen, String step, Map<String, Object> body) {
    return story.post(
        token,
        "/amendment-requests/" + seen.extract().path("id") + "/" + step,
        seen.extract().header("ETag"),
        body);
  }
}
