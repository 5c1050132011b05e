package org.daybridge.records.note.fhir;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.FhirCheck;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class DocumentReferenceFacadeTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void aSignedNoteIsADocumentAndADraftIsNot() {
    var note =
        story
            .post(
                story.therapist(),
                "/notes",
                story.note(story.attended(60), RecordsFixture.noteContent("slept", 60, List.of())))
            .statusCode(201);
    String id = note.extract().path("id");
    get("/fhir/DocumentReference/" + id).statusCode(404);
    get("/fhir/DocumentReference?patient=" + story.patient).body("entry", nullValue());
    story
        .post(
            story.therapist(),
            "/notes/" + id + "/signature",
            note.extract().header("ETag"),
            Map.of("version", 1))
        .statusCode(200);
    var read =
        get("/fhir/DocumentReference/" + id)
            .statusCode(200)
            .body("type.coding.code", hasItem("11506-3"))
            .body("docStatus", equalTo("final"));
    FhirCheck.valid(read.extract().asString());
    var search = "/fhir/DocumentReference?patient=" + story.patient;
    get(search + "&type=http://loinc.org|11506-3&date=ge2020-01-01&category=clinical-note")
        .body("entry.resource.id", hasItem(id));
    get(search + "&type=18842-5").body("entry", nullValue());
    get(search + "&_id=" + id).body("entry.resource.id", hasItem(id));
    get("/fhir/Provenance/DocumentReference-" + id)
        .statusCode(200)
        .body("agent[0].who.reference", equalTo("Practitioner/" + story.therapist));
  }

  private ValidatableResponse get(String path) {
    return story.as(story.therapist()).accept("application/fhir+json").get(path).then();
  }
}
