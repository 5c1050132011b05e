package org.daybridge.records.homework;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class HomeworkResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void isAssignedHandedInAndReviewedInThisOrder() {
    var given = assign(LocalDate.now(RecordsFixture.ZONE)).statusCode(201);
    var path = "/homework/" + given.extract().path("id");
    var text = Map.of("text", "I walked every day");
    story
        .post(story.therapist(), path + "/review", given.extract().header("ETag"), text)
        .statusCode(409)
        .body("type", endsWith("/homework-submitted"));
    var handedIn =
        story
            .post(story.self(), path + "/submission", given.extract().header("ETag"), text)
            .statusCode(200)
            .body("status", equalTo("SUBMITTED"));
    var reviewed =
        story
            .post(story.therapist(), path + "/review", handedIn.extract().header("ETag"), text)
            .statusCode(200)
            .body("status", equalTo("REVIEWED"));
    story
        .post(story.self(), path + "/submission", reviewed.extract().header("ETag"), text)
        .statusCode(409)
        .body("type", endsWith("/homework-is-open"));
  }

  @Test
  void isDueTodayOrLater() {
    assign(LocalDate.now(RecordsFixture.ZONE).minusDays(1))
        .statusCode(422)
        .body("type", endsWith("/homework-due-after-assigned"));
  }

  @Test
  void aPracticeSentTwiceIsLoggedOnce() {
    var practice =
        Map.of(
            "id",
            Ids.next(),
            "patientId",
            story.patient,
            "skill",
            "MINDFULNESS",
            "practicedAt",
            Instant.now().toString(),
            "helped",
            7);
    story.post(story.self(), "/skill-practices", practice).statusCode(201);
    story.post(story.self(), "/skill-practices", practice).statusCode(201);
    story
        .as(story.therapist())
        .get(API + "/skill-practices?patientId=" + story.patient)
        .then()
        .body("size()", equalTo(1))
        .body("helped", hasItem(7));
    story
        .as(story.self())
        .get(API + "/skill-coverage?patientId=" + story.patient)
        .then()
        .statusCode(200)
        .body("size()", equalTo(9))
        .body("find { it.skill == 'MINDFULNESS' }.practiced", equalTo(1))
        .body("find { it.skill == 'BOUNDARIES' }.practiced", equalTo(0));
    story.as(story.self()).get(API + "/skills").then().body("code", hasItem("RELAXATION"));
    story.as(story.self()).get(API + "/skill-coverage").then().statusCode(400);
  }

  private ValidatableResponse assign(LocalDate due) {
    return story.post(
        story.therapist(),
        "/homework",
        Map.of(
            "patientId", story.patient,
            "title", "walk",
            "instructions", "half an hour a day",
            "skill", "DAILY_FUNCTIONING",
            "dueOn", due.toString()));
  }
}
