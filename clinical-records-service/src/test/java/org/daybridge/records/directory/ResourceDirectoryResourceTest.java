package org.daybridge.records.directory;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class ResourceDirectoryResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void isFoundByPlaceDayAndLanguage() {
    var place = "Town " + Ids.next();
    put(place, "TUESDAY", "es").statusCode(200);
    put(place, "FRIDAY", "en").statusCode(200);
    var found = API + "/support-offers?place=" + place;
    story.as(story.self()).get(found + "&day=TUESDAY").then().body("language", hasItem("es"));
    story.as(story.self()).get(found + "&language=EN").then().body("size()", equalTo(1));
    story.as(story.self()).get(found).then().body("size()", equalTo(2));
    story.as(story.self()).get(found + "&day=SOMEDAY").then().statusCode(400);
  }

  private ValidatableResponse put(String place, String day, String language) {
    return story
        .as(Tokens.staff("case_manager", story.therapist))
        .body(
            Map.ofEntries(
                Map.entry("kind", "MUTUAL_HELP"),
                Map.entry("name", "Evening circle"),
                Map.entry("place", place),
                Map.entry("address", "1 Main Street"),
                Map.entry("online", false),
                Map.entry("day", day),
                Map.entry("startsAt", "19:00:00"),
                Map.entry("language", language),
                Map.entry("phone", "555 0166"),
                Map.entry("verifiedOn", "2026-11-01"),
                Map.entry("active", true)))
        .put(API + "/support-offers/" + Ids.next())
        .then();
  }
}
