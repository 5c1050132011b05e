package org.daybridge.records.journal;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class JournalResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void anEntryIsThePatientsOwnUntilTheyShareIt() {
    var entry = Ids.next();
    write(entry, "a better day").statusCode(201);
    list(story.self()).body("size()", equalTo(1));
    list(story.therapist()).body("size()", equalTo(0));
    var sharing = API + "/journal-entries/" + entry + "/sharing";
    story.as(story.therapist()).post(sharing).then().statusCode(403);
    story.as(story.self()).post(sharing).then().statusCode(200);
    list(story.therapist()).body("size()", equalTo(1)).body("[0].text", equalTo("a better day"));
    story.as(story.self()).delete(sharing).then().statusCode(200);
    list(story.therapist()).body("size()", equalTo(0));
  }

  @Test
  void anotherPatientsEntryDoesNotExist() {
    var entry = Ids.next();
    write(entry, "mine").statusCode(201);
    var other = RecordsFixture.admitted();
    other
        .as(other.self())
        .post(API + "/journal-entries/" + entry + "/sharing")
        .then()
        .statusCode(404);
  }

  @Test
  void theSameEntryIsKeptOnceAndAnotherTextUnderItsIdIsRefused() {
    var entry = Ids.next();
    write(entry, "one").statusCode(201);
    write(entry, "one").statusCode(201);
    write(entry, "two").statusCode(409);
    list(story.self()).body("size()", equalTo(1));
  }

  private ValidatableResponse write(UUID id, String text) {
    return story.post(
        story.self(),
        "/journal-entries",
        Map.of("id", id, "writtenAt", Instant.now().toString(), "text", text));
  }

  private ValidatableResponse list(String token) {
    return story
        .as(token)
        .get(API + "/journal-entries?patientId=" + story.patient)
        .then()
        .statusCode(200);
  }
}
