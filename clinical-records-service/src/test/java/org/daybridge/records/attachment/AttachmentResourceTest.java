package org.daybridge.records.attachment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class AttachmentResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  private static final byte[] PDF = "%PDF-1.7 a scanned paper".getBytes(StandardCharsets.UTF_8);

  @Test
  void isPartOfWhatIsSignedAndLockedWithIt() throws SQLException {
    var note = draft();
    String id = note.extract().path("id");
    attach(id, "application/pdf", "no pdf at all".getBytes(StandardCharsets.UTF_8)).statusCode(400);
    var attached = attach(id, "application/pdf", PDF).statusCode(201);
    String hash = attached.extract().path("contentHash");
    sign(id, note.extract().header("ETag")).statusCode(412);
    var seen = story.as(story.therapist()).get(API + "/notes/" + id).then().extract();
    sign(id, seen.header("ETag")).statusCode(200);
    story
        .as(story.therapist())
        .get(API + "/notes/" + id + "/signed-text")
        .then()
        .body("verifies", equalTo(true))
        .body("canonical", containsString(hash));
    attach(id, "application/pdf", PDF).statusCode(409).body("type", endsWith("/note-signed"));
    var file = API + "/notes/" + id + "/attachments/" + attached.extract().path("id");
    story
        .as(story.therapist())
        .delete(file)
        .then()
        .statusCode(409)
        .body("type", endsWith("/note-signed"));
    assertThat(story.as(story.self()).get(file).then().statusCode(200).extract().asByteArray())
        .isEqualTo(PDF);
    try (var connection = TestPlatform.superuser();
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.execute(
                      "update note_attachment set bytes = 'x', removed = true"
                          + " where note_id = '"
                          + id
                          + "'"))
          .hasMessageContaining("locked with the signed note");
    }
  }

  @Test
  void aFileOfADraftCanBeTakenBackAndPatientsDoNotSeeIt() {
    String id = draft().extract().path("id");
    var attached = attach(id, "application/pdf", PDF).statusCode(201);
    var file = API + "/notes/" + id + "/attachments/" + attached.extract().path("id");
    story.as(story.self()).get(file).then().statusCode(404);
    story.as(story.supervisor()).delete(file).then().statusCode(422);
    story.as(story.therapist()).delete(file).then().statusCode(204);
    story.as(story.therapist()).get(file).then().statusCode(404);
  }

  private ValidatableResponse draft() {
    return story
        .post(
            story.therapist(),
            "/notes",
            Map.of(
                "patientId",
                story.patient,
                "kind",
                "CONTACT",
                "format",
                "DAP",
                "contact",
                Map.of("startedAt", Instant.now().minusSeconds(3600).toString(), "minutes", 10),
                "content",
                RecordsFixture.noteContent("called", 10, List.of())))
        .statusCode(201);
  }

  private ValidatableResponse attach(String note, String type, byte[] bytes) {
    return given()
        .auth()
        .oauth2(story.therapist())
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/pdf", ContentType.BINARY)))
        .contentType(type)
        .body(bytes)
        .post(API + "/notes/" + note + "/attachments")
        .then();
  }

  private ValidatableResponse sign(String note, String etag) {
    return story.post(
        story.therapist(), "/notes/" + note + "/signature", etag, Map.of("version", 1));
  }
}
