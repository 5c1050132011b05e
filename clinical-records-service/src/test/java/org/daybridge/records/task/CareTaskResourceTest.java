package org.daybridge.records.task;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

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
class CareTaskResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void aTaskWaitsForItsOwnerUntilItIsDone() {
    ask(-1).statusCode(422).body("type", endsWith("/task-due-after-asked"));
    var task = ask(3).statusCode(201).body("status", equalTo("OPEN"));
    String id = task.extract().path("id");
    story.as(story.supervisor()).get(API + "/tasks").then().body("id", hasItem(id));
    story.as(story.therapist()).get(API + "/tasks").then().body("id", not(hasItem(id)));
    story
        .as(story.supervisor())
        .get(API + "/worklists/everything")
        .then()
        .body("items.itemId", hasItem(id));
    var done =
        story
            .post(
                story.supervisor(),
                "/tasks/" + id + "/completion",
                task.extract().header("ETag"),
                Map.of())
            .statusCode(200)
            .body("status", equalTo("DONE"));
    story
        .post(
            story.supervisor(),
            "/tasks/" + id + "/dropping",
            done.extract().header("ETag"),
            Map.of("because", "no longer"))
        .statusCode(409)
        .body("type", endsWith("/task-is-open"));
    story.as(story.supervisor()).get(API + "/tasks").then().body("id", not(hasItem(id)));
  }

  @Test
  void patientsHaveNoTasksAndStrangersSeeNone() {
    String id = ask(3).extract().path("id");
    story.as(story.self()).get(API + "/tasks/" + id).then().statusCode(403);
    story
        .as(Tokens.staff("therapist", Ids.next()))
        .get(API + "/tasks/" + id)
        .then()
        .statusCode(404);
  }

  private ValidatableResponse ask(int days) {
    return story.post(
        story.therapist(),
        "/tasks",
        Map.of(
            "patientId",
            story.patient,
            "ownerId",
            story.supervisor,
            "what",
            "call the pharmacy",
            "dueOn",
            LocalDate.now(RecordsFixture.ZONE).plusDays(days).toString()));
  }
}
