package org.daybridge.records.supervision;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class SupervisionResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void isSeenByTheTwoWhoWereThereAndByNobodyElse() {
    give(story.therapist).statusCode(201);
    var path = API + "/supervision-log?superviseeId=" + story.therapist;
    story.as(story.therapist()).get(path).then().body("totalMinutes", equalTo(50));
    story.as(story.supervisor()).get(path).then().body("entries", hasSize(1));
    story
        .as(Tokens.staff("clinical_director", Ids.next()))
        .get(path)
        .then()
        .statusCode(200)
        .body("totalMinutes", equalTo(0))
        .body("entries", hasSize(0));
  }

  @Test
  void nobodySupervisesThemselves() {
    give(story.supervisor).statusCode(422).body("type", endsWith("/supervision-of-somebody-else"));
    story
        .as(story.therapist())
        .body(Map.of())
        .post(API + "/supervision-log")
        .then()
        .statusCode(403);
  }

  private ValidatableResponse give(UUID supervisee) {
    return story.post(
        story.supervisor(),
        "/supervision-log",
        Map.of(
            "superviseeId",
            supervisee,
            "kind",
            "INDIVIDUAL",
            "startedAt",
            Instant.now().minusSeconds(7200).toString(),
            "minutes",
            50,
            "topics",
            "endings",
            "noteIds",
            List.of()));
  }
}
