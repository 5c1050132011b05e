package org.daybridge.records.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daybridge.records.RecordsFixture.API;
import static org.daybridge.records.RecordsFixture.noteContent;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.records.RecordsEvent.ProgressNoteRetracted;
import org.daybridge.contract.records.RecordsEvent.ProgressNoteSigned;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.RecordsFixture;
import org.daybridge.records.signing.ContentHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class NoteResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void beforeAPlanASignedNoteNamesTheInterimPlanAndItsHashVerifies() {
    var note = draft(story.attended(60), noteContent("slept better", 60, List.of()));
    var signed =
        sign(note, 1)
            .statusCode(200)
            .body("status", equalTo("SIGNED"))
            .body("signing.interimPlanId", notNullValue())
            .body("signing.credentials", contains("LCSW-NY"))
            .body("signing.lateEntry", equalTo(false));
    String hash = signed.extract().path("signing.contentHash");
    String canonical =
        story
            .as(story.therapist())
            .get(API + "/notes/" + id(note) + "/signed-text")
            .path("canonical");
    assertThat(ContentHash.of(canonical).value()).isEqualTo(hash);
    assertThat(TestEvents.announced(ProgressNoteSigned.class, id(note)))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.minutes()).isEqualTo(60);
              assertThat(event.contentHash()).isEqualTo(hash);
            });
  }

  @Test
  void onceAPlanIsActiveANoteLinksItsGoal() {
    var goal = Ids.next();
    story.activePlan(goal);
    var note = draft(story.attended(60), noteContent("x", 60, List.of(Ids.next())));
    sign(note, 1).statusCode(422).body("type", endsWith("/note-links-a-goal"));
  }

  @Test
  void aSignedNoteTakesNoOtherTextWhateverTheMethod() {
    var note = draft(story.attended(60), noteContent("slept better", 60, List.of()));
    var tag = sign(note, 1).statusCode(200).extract().header("ETag");
    var other = noteContent("rewritten", 60, List.of());
    story
        .as(story.therapist())
        .header("If-Match", tag)
        .body(other)
        .put(API + "/notes/" + id(note))
        .then()
        .statusCode(409)
        .body("type", endsWith("/note-signed"));
    story
        .as(story.therapist())
        .header("If-Match", tag)
        .delete(API + "/notes/" + id(note))
        .then()
        .statusCode(409);
    story
        .post(
            story.therapist(),
            "/notes/" + id(note) + "/versions",
            Map.of("basedOn", 1, "content", other))
        .statusCode(409);
  }

  @Test
  void notEvenTheDatabaseOwnerRewritesASignedNote() throws SQLException {
    var note = draft(story.attended(60), noteContent("slept better", 60, List.of()));
    sign(note, 1).statusCode(200);
    try (var connection = TestPlatform.superuser();
        var statement = connection.createStatement()) {
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "update note set minutes = 55 where note_id = '" + id(note) + "'"))
          .hasMessageContaining("never changes");
      assertThatThrownBy(
              () ->
                  statement.executeUpdate(
                      "update note set body = jsonb_set(body, '{text,content,minutes}', '55') where"
                          + " note_id = '"
                          + id(note)
                          + "'"))
          .hasMessageContaining("never changes");
      assertThatThrownBy(
              () -> statement.executeUpdate("delete from note where note_id = '" + id(note) + "'"))
          .hasMessageContaining("never deleted");
    }
  }

  @Test
  void refusesMoreMinutesThanAttendedAndASecondNoteForTheSession() {
    var session = story.attended(45);
    var note = draft(session, noteContent("x", 46, List.of()));
    sign(note, 1).statusCode(422).body("type", endsWith("/note-minutes-agree"));
    story
        .post(story.therapist(), "/notes", story.note(session, noteContent("y", 45, List.of())))
        .statusCode(409)
        .body("type", endsWith("/one-note-per-patient-session"));
  }

  @Test
  void refusesANoteForASessionThatNobodyAttended() {
    story
        .post(story.therapist(), "/notes", story.note(Ids.next(), noteContent("x", 60, List.of())))
        .statusCode(422)
        .body("type", endsWith("/note-needs-attended-session"));
  }

  @Test
  void groupNotesAreWrittenThroughTheirGroup() {
    var body = new HashMap<>(story.note(story.attended(60), noteContent("x", 60, List.of())));
    body.put("kind", "GROUP");
    body.put("format", "GROUP");
    story
        .post(story.therapist(), "/notes", body)
        .statusCode(422)
        .body("type", endsWith("/group-notes-through-their-group"));
  }

  @Test
  void twoWindowsKeepBothTextsAndSigningWaitsForTheMerge() {
    var note = draft(story.attended(60), noteContent("one", 60, List.of()));
    version(note, Map.of("basedOn", 1, "content", noteContent("window a", 60, List.of())));
    version(note, Map.of("basedOn", 1, "content", noteContent("window b", 60, List.of())))
        .body("drafting.openVersions", contains(2, 3));
    var stale = story.as(story.therapist()).get(API + "/notes/" + id(note)).then();
    sign(stale, 3).statusCode(409).body("type", endsWith("/draft-has-parallel-text"));
    var merged =
        version(
            note,
            Map.of(
                "basedOn", 2, "merges", List.of(3), "content", noteContent("both", 60, List.of())));
    sign(merged, 4).statusCode(200);
  }

  @Test
  void signingNeedsTheNewestEntityTag() {
    var note = draft(story.attended(60), noteContent("one", 60, List.of()));
    version(note, Map.of("basedOn", 1, "content", noteContent("two", 60, List.of())));
    sign(note, 1).statusCode(412);
    story
        .post(story.therapist(), "/notes/" + id(note) + "/signature", Map.of("version", 2))
        .statusCode(428);
  }

  @Test
  void addendaFollowAndTheOriginalStaysReadable() {
    var note = draft(story.attended(60), noteContent("slept better", 60, List.of()));
    var hash = sign(note, 1).extract().<String>path("signing.contentHash");
    var path = "/notes/" + id(note) + "/addenda";
    story.post(story.therapist(), path, Map.of("text", " ")).statusCode(422);
    story
        .post(story.therapist(), path, Map.of("text", "forgot the homework"))
        .statusCode(200)
        .body("addenda.text", contains("forgot the homework"))
        .body("signing.contentHash", equalTo(hash));
  }

  @Test
  void aRetractedNoteNeedsTwoPeopleAndLeavesEveryView() {
    var session = story.attended(60);
    var note = draft(session, noteContent("unmistakable wording", 60, List.of()));
    var tag = sign(note, 1).extract().header("ETag");
    var reason = Map.of("reason", "WRONG_PATIENT", "because", "mixed up");
    var asked =
        story.post(story.therapist(), "/notes/" + id(note) + "/retraction-request", tag, reason);
    var askedTag = asked.statusCode(200).extract().header("ETag");
    var confirm = "/notes/" + id(note) + "/retraction";
    story
        .post(story.therapist(), confirm, askedTag, Map.of())
        .statusCode(422)
        .body("type", endsWith("/retraction-needs-two-people"));
    story
        .as(story.supervisor())
        .get(API + "/worklists/retractions")
        .then()
        .body("items.noteId", hasItem(id(note).toString()));
    story.post(story.supervisor(), confirm, askedTag, Map.of()).statusCode(200);
    story.as(story.therapist()).get(API + "/notes/" + id(note)).then().statusCode(404);
    list("").body("items.id", not(hasItem(id(note).toString())));
    list("&text=unmistakable").body("items.size()", equalTo(0));
    assertThat(TestEvents.announced(ProgressNoteRetracted.class, id(note))).hasSize(1);
    draft(session, noteContent("the right one", 60, List.of()));
  }

  @Test
  void aPatientReadsSignedNotesAndNoDraftsAndOthersReadNothing() {
    var note = draft(story.attended(60), noteContent("slept better", 60, List.of()));
    var path = API + "/notes/" + id(note);
    story.as(story.self()).get(path).then().statusCode(404);
    sign(note, 1).statusCode(200);
    story.as(story.self()).get(path).then().statusCode(200);
    story.as(Tokens.staff("therapist", Ids.next())).get(path).then().statusCode(404);
    story.as(Tokens.staff("scheduler", Ids.next())).get(path).then().statusCode(403);
  }

  @Test
  void correctedAttendanceFlagsTheNoteAndDoesNotEditIt() {
    var session = story.attended(60);
    var note = draft(session, noteContent("x", 60, List.of()));
    sign(note, 1).statusCode(200);
    story.attended(new SessionId(session), 30);
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                story
                    .as(story.therapist())
                    .get(API + "/worklists/attendance-below-notes")
                    .then()
                    .body("items.noteId", hasItem(id(note).toString())));
    story
        .as(story.therapist())
        .get(API + "/notes/" + id(note))
        .then()
        .body("content.minutes", equalTo(60));
  }

  @Test
  void signedNotesAreFoundByTheirWords() {
    var note = draft(story.attended(60), noteContent("he practiced grounding", 60, List.of()));
    sign(note, 1).statusCode(200);
    list("&text=grounding").body("items.id", contains(id(note).toString()));
    list("&text=juggling").body("items.size()", equalTo(0));
  }

  @Test
  void theSameIdempotencyKeyWritesOnce() {
    var body = story.note(story.attended(60), noteContent("x", 60, List.of()));
    var key = UUID.randomUUID().toString();
    var first = keyed(key, body).statusCode(201).extract().<String>path("id");
    keyed(key, body).statusCode(201).body("id", equalTo(first));
  }

  private ValidatableResponse keyed(String key, Object body) {
    return story
        .as(story.therapist())
        .header("Idempotency-Key", key)
        .body(body)
        .post(API + "/notes")
        .then();
  }

  private ValidatableResponse list(String more) {
    return story
        .as(story.therapist())
        .get(API + "/notes?patientId=" + story.patient + more)
        .then()
        .statusCode(200);
  }

  private ValidatableResponse draft(UUID session, Map<String, Object> content) {
    return story.post(story.therapist(), "/notes", story.note(session, content)).statusCode(201);
  }

  private ValidatableResponse version(ValidatableResponse note, Object body) {
    return story.post(story.therapist(), "/notes/" + id(note) + "/versions", body).statusCode(200);
  }

  private ValidatableResponse sign(ValidatableResponse note, int version) {
    return story.post(
        story.therapist(),
        "/notes/" + id(note) + "/signature",
        note.extract().header("ETag"),
        Map.of("version", version));
  }

  private static UUID id(ValidatableResponse note) {
    return UUID.fromString(note.extract().path("id"));
  }
}
