package org.daybridge.records.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.daybridge.records.signing.ContentHash;
import org.junit.jupiter.api.Test;

/** A retracted note appears nowhere but in the audit; what is exported verifies. */
@QuarkusTest
@WithTestResource(TestPlatform.class)
class RetractedNowhereTest {

  private static final String WORD = "heliotrope";

  @Test
  void aRetractedNoteLeavesEveryViewExportSearchAndWorklistAtOnce() throws SQLException {
    var story = RecordsFixture.admitted();
    var session = story.attended(60);
    var note = signed(story, session);
    assertThat(places(story, note).filter(each -> shows(story, each, note))).hasSizeGreaterThan(4);
    var read = story.as(story.therapist()).get(API + "/notes/" + note).then().extract();
    var asked =
        story
            .post(
                story.therapist(),
                "/notes/" + note + "/retraction-request",
                read.header("ETag"),
                Map.of("reason", "WRONG_PATIENT", "because", "another chart"))
            .statusCode(200);
    story
        .post(
            story.supervisor(),
            "/notes/" + note + "/retraction",
            asked.extract().header("ETag"),
            Map.of())
        .statusCode(200);
    assertThat(places(story, note).filter(each -> shows(story, each, note))).isEmpty();
    try (var connection = TestPlatform.superuser();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select state, content_hash = 'sha256:' || encode(sha256(convert_to(canonical,"
                        + " 'UTF8')), 'hex') from note where note_id = '"
                        + note
                        + "'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("Retracted");
      assertThat(rows.getBoolean(2)).isTrue();
    }
  }

  @Test
  void wordsAreFoundOverTheCaseloadAndNotBeyondIt() {
    var story = RecordsFixture.admitted();
    var note = signed(story, story.attended(60));
    var path = API + "/notes/found-text?text=" + WORD;
    story.as(story.therapist()).get(path).then().statusCode(200).body("items.id", hasItem(note));
    story
        .as(RecordsFixture.admitted().therapist())
        .get(path)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
    story.as(story.therapist()).get(API + "/notes/found-text").then().statusCode(400);
  }

  @Test
  void whatIsExportedAgreesWithItsHash() {
    var story = RecordsFixture.admitted();
    var note = signed(story, story.attended(60));
    story
        .post(story.therapist(), "/notes/" + note + "/addenda", Map.of("text", "and \"wept\" too"))
        .statusCode(200);
    story.activePlan(Ids.next());
    var documents = API + "/signed-documents?patientId=" + story.patient;
    String next =
        story
            .as(story.self())
            .get(documents + "&limit=1")
            .then()
            .statusCode(200)
            .body("items.kind", hasItem("note"))
            .extract()
            .path("next");
    story
        .as(story.self())
        .get(documents + "&limit=1&cursor=" + next)
        .then()
        .body("items.kind", hasItem("addendum"));
    var page =
        story
            .as(story.self())
            .get(documents)
            .then()
            .statusCode(200)
            .body("items.kind", hasItem("treatment-plan"))
            .extract();
    assertThat(page.<List<Map<String, String>>>path("items"))
        .allSatisfy(
            each ->
                assertThat(ContentHash.of(each.get("canonical")).value())
                    .isEqualTo(each.get("contentHash")));
  }

  private static Stream<String> places(RecordsFixture story, String note) {
    var day = LocalDate.now(RecordsFixture.ZONE).minusDays(30);
    var patient = "patientId=" + story.patient;
    return Stream.of(
        API + "/notes/" + note,
        API + "/notes/" + note + "/signed-text",
        API + "/notes?" + patient,
        API + "/notes?" + patient + "&text=" + WORD,
        API + "/notes/found-text?text=" + WORD,
        API + "/signed-documents?" + patient,
        API + "/worklists/everything?limit=200",
        API + "/worklists/retractions",
        API + "/worklists/countersignatures",
        "/fhir/DocumentReference/" + note,
        "/fhir/DocumentReference?patient=" + story.patient + "&date=ge" + day);
  }

  /** Whether any of the readers finds the note, or its text, at this place. */
  private static boolean shows(RecordsFixture story, String path, String note) {
    return Stream.of(story.therapist(), story.supervisor(), story.self())
        .map(token -> story.as(token).get(path).then().extract())
        .filter(answer -> answer.statusCode() == 200)
        .map(answer -> answer.body().asString())
        .anyMatch(body -> body.contains(note) || body.contains(WORD));
  }

  private static String signed(RecordsFixture story, UUID session) {
    var note =
        story
            .post(
                story.therapist(),
                "/notes",
                story.note(
                    session, RecordsFixture.noteContent("spoke of the " + WORD, 60, List.of())))
            .statusCode(201);
    story
        .post(
            story.therapist(),
            "/notes/" + note.extract().path("id") + "/signature",
            note.extract().header("ETag"),
            Map.of("version", 1))
        .statusCode(200);
    return note.extract().path("id");
  }
}
