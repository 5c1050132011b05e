package org.daybridge.records.protectivereport;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class ProtectiveReportResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted(org.daybridge.contract.intake.Population.SUBSTANCE_USE);
  }

  @Test
  void aReportNamesItsRecipientAndASupervisorWhoIsNotTheReporter() {
    prepare("", story.supervisor, false)
        .statusCode(422)
        .body("type", endsWith("/report-names-recipient"));
    prepare("Adult protection", story.therapist, false)
        .statusCode(422)
        .body("type", endsWith("/report-has-a-supervisor"));
  }

  @Test
  void onlyAReportOfChildAbuseMayTellOfSubstanceUseTreatment() {
    prepare("Adult protection", story.supervisor, true)
        .statusCode(422)
        .body("type", endsWith("/report-hides-the-program"));
  }

  @Test
  void aReportThatWasMadeIsInTheAccountingAndMadeOnce() {
    var prepared = prepare("Adult protection", story.supervisor, false).statusCode(201);
    String id = prepared.extract().path("id");
    story
        .as(story.therapist())
        .get(API + "/worklists/everything")
        .then()
        .body("items.itemId", hasItem(id));
    var making = Map.of("at", Instant.now().minusSeconds(5).toString(), "reference", "A-17");
    var made =
        story
            .post(
                story.therapist(),
                "/protective-reports/" + id + "/making",
                prepared.extract().header("ETag"),
                making)
            .statusCode(200)
            .body("status", equalTo("MADE"))
            .body("late", equalTo(false));
    story
        .post(
            story.therapist(),
            "/protective-reports/" + id + "/making",
            made.extract().header("ETag"),
            making)
        .statusCode(409)
        .body("type", endsWith("/report-made-once"));
    story
        .as(story.self())
        .get(API + "/disclosures?patientId=" + story.patient)
        .then()
        .body("disclosures.documentId", hasItem(id));
    story.as(story.self()).get(API + "/protective-reports/" + id).then().statusCode(403);
  }

  private ValidatableResponse prepare(String recipient, UUID supervisor, boolean namesProgram) {
    return story.post(
        story.therapist(),
        "/protective-reports",
        Map.of(
            "patientId",
            story.patient,
            "kind",
            "ELDER_OR_DEPENDENT_ADULT_ABUSE",
            "recipient",
            recipient,
            "told",
            "an elder at this address may be in danger",
            "knownAt",
            Instant.now().minusSeconds(60).toString(),
            "supervisorId",
            supervisor,
            "namesProgram",
            namesProgram));
  }
}
