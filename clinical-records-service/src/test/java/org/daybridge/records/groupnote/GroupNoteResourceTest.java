package org.daybridge.records.groupnote;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class GroupNoteResourceTest {

  private RecordsFixture ann;
  private RecordsFixture ben;
  private UUID session;

  @BeforeEach
  void bothAttend() {
    ann = RecordsFixture.admitted();
    ben = RecordsFixture.admitted();
    TestGrants.careTeam(ann.therapist, ben.patient);
    session = ann.attended(60);
    ben.attendedOnly(new SessionId(session), 45);
  }

  @Test
  void closingChartsOneSignedNotePerPresentPatient() {
    var open = narrated();
    var one = section(open, ann.patient, "told of a hard week");
    close(one, Map.of()).statusCode(422).body("type", endsWith("/group-note-is-complete"));
    var both = section(one, ben.patient, "asked back with care");
    var closed = close(both, Map.of()).statusCode(200).body("group.status", equalTo("CLOSED"));
    String note = closed.extract().path("noteIdsByPatient." + q(ben.patient));
    ann.as(ann.therapist())
        .get(API + "/notes/" + note)
        .then()
        .statusCode(200)
        .body("status", equalTo("SIGNED"))
        .body("kind", equalTo("GROUP"))
        .body("patientId", equalTo(ben.patient.toString()))
        .body("content.minutes", equalTo(45))
        .body("content.coded.participation", equalTo("ACTIVE"))
        .body("content.sections.text", hasItem("asked back with care"));
    ben.as(ben.self())
        .get(API + "/notes?patientId=" + ann.patient)
        .then()
        .body("items.size()", equalTo(0));
  }

  @Test
  void clonedSectionsAreShownAndRefusedUntilSomebodyAnswersForThem() {
    var text = IntStream.range(0, 45).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    var both = section(section(narrated(), ann.patient, text), ben.patient, text);
    ann.as(ann.therapist())
        .get(API + "/group-notes/" + id(both) + "/clones")
        .then()
        .body("size()", equalTo(1))
        .body("[0].spans.size()", greaterThan(0));
    close(both, Map.of())
        .statusCode(422)
        .body("type", endsWith("/group-sections-are-individual"))
        .body("detail", containsString("1.00"));
    close(both, Map.of("likenessReason", "both did the same worksheet")).statusCode(200);
  }

  @Test
  void onlyWhoLedTheSessionOpensItsNote() {
    ben.post(ben.therapist(), "/group-notes", Map.of("sessionId", session))
        .statusCode(422)
        .body("type", endsWith("/group-note-belongs-to-leader"));
    var open = narrated();
    ben.as(ben.therapist()).get(API + "/group-notes/" + id(open)).then().statusCode(404);
  }

  @Test
  void nobodyIsWrittenAboutWhoWasNotThere() {
    var other = RecordsFixture.admitted();
    section(narrated(), other.patient, "x", 422)
        .body("type", endsWith("/group-section-of-present-patient"));
  }

  private ValidatableResponse narrated() {
    var open =
        ann.post(ann.therapist(), "/group-notes", Map.of("sessionId", session)).statusCode(201);
    return ann.as(ann.therapist())
        .header("If-Match", open.extract().header("ETag"))
        .body(Map.of("text", "we practiced grounding"))
        .put(API + "/group-notes/" + id(open) + "/narrative")
        .then()
        .statusCode(200);
  }

  private ValidatableResponse section(ValidatableResponse note, UUID patient, String text) {
    return section(note, patient, text, 200);
  }

  private ValidatableResponse section(
      ValidatableResponse note, UUID patient, String text, int status) {
    return ann.as(ann.therapist())
        .header("If-Match", note.extract().header("ETag"))
        .body(Map.of("participation", "ACTIVE", "response", "PROGRESS", "text", text))
        .put(API + "/group-notes/" + id(note) + "/sections/" + patient)
        .then()
        .statusCode(status);
  }

  private ValidatableResponse close(ValidatableResponse note, Map<String, ?> body) {
    return ann.post(
        ann.therapist(),
        "/group-notes/" + id(note) + "/closure",
        note.extract().header("ETag"),
        body);
  }

  private static String q(UUID id) {
    return "'" + id + "'";
  }

  private static UUID id(ValidatableResponse note) {
    return UUID.fromString(note.extract().path("id"));
  }
}
