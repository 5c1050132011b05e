package org.daybridge.records.withholding;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class WithholdingResourceTest {

  @Test
  void aWithheldNoteIsNotThereForThePatientUntilItIsLifted() {
    var story = RecordsFixture.admitted();
    var note =
        story
            .post(
                story.therapist(),
                "/notes",
                story.note(story.attended(60), RecordsFixture.noteContent("slept", 60, List.of())))
            .statusCode(201);
    String id = note.extract().path("id");
    story
        .post(
            story.therapist(),
            "/notes/" + id + "/signature",
            note.extract().header("ETag"),
            Map.of("version", 1))
        .statusCode(200);
    withhold(story, id, 61).statusCode(422).body("type", endsWith("/withholding-ends-in-time"));
    withhold(story, id, 0).statusCode(422);
    withhold(story, id, 30).statusCode(201);
    withhold(story, id, 30).statusCode(409);
    var path = API + "/notes/" + id;
    story.as(story.self()).get(path).then().statusCode(404);
    story
        .as(story.self())
        .get(API + "/notes?patientId=" + story.patient)
        .then()
        .body("items.size()", equalTo(0));
    story.as(story.self()).get("/fhir/DocumentReference/" + id).then().statusCode(404);
    story.as(story.therapist()).get(path).then().statusCode(200);
    story.as(story.therapist()).delete(path + "/withholding").then().statusCode(204);
    story.as(story.therapist()).delete(path + "/withholding").then().statusCode(409);
    story.as(story.self()).get(path).then().statusCode(200);
    withhold(story, id, 10).statusCode(201);
    story
        .as(story.therapist())
        .get(API + "/worklists/everything")
        .then()
        .body("items.kind", hasItem("WITHHOLDING_ENDING"));
  }

  private static ValidatableResponse withhold(RecordsFixture story, String note, int days) {
    return story.post(
        story.therapist(),
        "/notes/" + note + "/withholding",
        Map.of(
            "reason",
            "ENDANGERS_LIFE_OR_SAFETY",
            "endsAt",
            Instant.now().plus(Duration.ofDays(days)).toString()));
  }
}
