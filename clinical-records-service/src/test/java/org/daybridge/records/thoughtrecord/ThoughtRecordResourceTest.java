package org.daybridge.records.thoughtrecord;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class ThoughtRecordResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void isBegunInTheMomentAndFinishedLater() {
    var begun =
        story
            .post(
                story.self(),
                "/thought-records",
                Map.of(
                    "patientId", story.patient,
                    "happenedAt", Instant.now().minusSeconds(5).toString(),
                    "thought", thought("", null)))
            .statusCode(201)
            .body("finished", equalTo(false));
    story
        .as(story.self())
        .header("If-Match", begun.extract().header("ETag"))
        .body(thought("she was busy", 30))
        .put(API + "/thought-records/" + begun.extract().path("id") + "/thought")
        .then()
        .statusCode(200)
        .body("finished", equalTo(true));
    story
        .as(story.therapist())
        .get(API + "/thought-records?patientId=" + story.patient)
        .then()
        .body("thought.automatic", hasItem("she hates me"));
  }

  @Test
  void isAboutSomethingThatHappenedAndRatedFromZeroToAHundred() {
    story
        .post(
            story.self(),
            "/thought-records",
            Map.of(
                "patientId", story.patient,
                "happenedAt", Instant.now().plusSeconds(3600).toString(),
                "thought", thought("", null)))
        .statusCode(422)
        .body("type", endsWith("/thought-has-happened"));
    story
        .post(
            story.self(),
            "/thought-records",
            Map.of(
                "patientId", story.patient,
                "happenedAt", Instant.now().toString(),
                "thought", thought("", 101)))
        .statusCode(400);
  }

  private static Map<String, Object> thought(String balanced, Integer after) {
    var feeling = new HashMap<String, Object>(Map.of("name", "sad", "before", 80));
    if (after != null) feeling.put("after", after);
    return Map.of(
        "situation", "she did not greet me",
        "automatic", "she hates me",
        "feelings", List.of(feeling),
        "patterns", List.of("MIND_READING"),
        "evidenceFor", "",
        "evidenceAgainst", "she waved yesterday",
        "balanced", balanced);
  }
}
