package org.daybridge.records.note.fhir;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.FhirCheck;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Procedure, DiagnosticReport and Task over FHIR. */
@QuarkusTest
@WithTestResource(TestPlatform.class)
class SignedNoteFacadesTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void aSignedSessionIsAProcedureAndADraftIsNot() {
    var note =
        story
            .post(
                story.therapist(),
                "/notes",
                story.note(story.attended(60), RecordsFixture.noteContent("slept", 60, List.of())))
            .statusCode(201);
    String id = note.extract().path("id");
    get("/fhir/Procedure/" + id).statusCode(404);
    sign(note);
    FhirCheck.valid(
        get("/fhir/Procedure/" + id)
            .statusCode(200)
            .body("status", equalTo("completed"))
            .body("performedPeriod.start.size() > 0", equalTo(true))
            .extract()
            .asString());
    var search = "/fhir/Procedure?patient=" + story.patient;
    get(search + "&date=ge2020-01-01&code=http://snomed.info/sct|75516001")
        .body("entry.resource.id", hasItem(id));
    get(search + "&status=stopped").body("entry", nullValue());
    get(search + "&code=76168009").body("entry", nullValue());
    get("/fhir/DiagnosticReport/" + id).statusCode(404);
    get("/fhir/Provenance/Procedure-" + id).statusCode(200);
    get("/fhir/Procedure").statusCode(400);
  }

  @Test
  void aDischargeSummaryIsAReport() {
    var note =
        story
            .post(
                story.therapist(),
                "/notes",
                Map.of(
                    "patientId",
                    story.patient,
                    "kind",
                    "DISCHARGE_SUMMARY",
                    "format",
                    "DAP",
                    "contact",
                    Map.of("startedAt", Instant.now().minusSeconds(600).toString(), "minutes", 5),
                    "content",
                    RecordsFixture.noteContent("done", 5, List.of())))
            .statusCode(201);
    sign(note);
    String id = note.extract().path("id");
    FhirCheck.valid(
        get("/fhir/DiagnosticReport/" + id)
            .statusCode(200)
            .body("code.coding.code", hasItem("18842-5"))
            .extract()
            .asString());
    get("/fhir/DiagnosticReport?patient=" + story.patient + "&code=18842-5&status=final")
        .body("entry.resource.id", hasItem(id));
    get("/fhir/Procedure/" + id).statusCode(404);
  }

  @Test
  void aTaskIsATask() {
    String id =
        story
            .post(
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
                    LocalDate.now(RecordsFixture.ZONE).plusDays(3).toString()))
            .extract()
            .path("id");
    FhirCheck.valid(
        get("/fhir/Task/" + id)
            .statusCode(200)
            .body("status", equalTo("requested"))
            .extract()
            .asString());
    var search = "/fhir/Task?patient=" + story.patient;
    get(search + "&status=requested&owner=Practitioner/" + story.supervisor)
        .body("entry.resource.id", hasItem(id));
    get(search + "&status=completed").body("entry", nullValue());
    story.as(Tokens.staff("therapist", Ids.next())).get("/fhir/Task/" + id).then().statusCode(404);
    story.as(story.self()).get("/fhir/Task/" + id).then().statusCode(403);
  }

  private void sign(ValidatableResponse note) {
    story
        .post(
            story.therapist(),
            "/notes/" + note.extract().path("id") + "/signature",
            note.extract().header("ETag"),
            Map.of("version", 1))
        .statusCode(200);
  }

  private ValidatableResponse get(String path) {
    return story.as(story.therapist()).accept("application/fhir+json").get(path).then();
  }
}
