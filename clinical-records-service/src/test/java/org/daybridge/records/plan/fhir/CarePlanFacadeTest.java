package org.daybridge.records.plan.fhir;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.FhirCheck;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class CarePlanFacadeTest {

  private RecordsFixture story;
  private final UUID goal = Ids.next();

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  @Test
  void aPlanReadsAsACarePlanWithNarrativeAndGoals() {
    var plan = story.activePlan(goal);
    var read =
        get("/fhir/CarePlan/" + plan)
            .statusCode(200)
            .body("status", equalTo("active"))
            .body("intent", equalTo("plan"))
            .body("text.div", containsString("I want to sleep"))
            .body("goal.reference", hasItem("Goal/" + goal));
    FhirCheck.valid(read.extract().asString());
    var aim =
        get("/fhir/Goal/" + goal)
            .statusCode(200)
            .body("lifecycleStatus", equalTo("active"))
            .body("description.text", equalTo("I want to sleep"));
    FhirCheck.valid(aim.extract().asString());
  }

  @Test
  void theUsCoreSearchesFindItAndOthersDoNot() {
    var plan = story.activePlan(goal);
    var search = "/fhir/CarePlan?patient=" + story.patient;
    get(search + "&category=assess-plan").body("entry.resource.id", hasItem(plan.toString()));
    get(search + "&category=assess-plan&status=active,draft&date=ge2020-01-01")
        .body("entry.resource.id", hasItem(plan.toString()));
    get(search + "&status=draft").body("entry", nullValue());
    get(search + "&date=lt2020-01-01").body("entry", nullValue());
    get(search + "&category=other").body("entry", nullValue());
    get("/fhir/Goal?patient=" + story.patient + "&lifecycle-status=active&target-date=ge2020")
        .body("entry.resource.id", hasItem(goal.toString()));
    get("/fhir/CarePlan?colour=blue")
        .statusCode(400)
        .body("resourceType", equalTo("OperationOutcome"));
    get("/fhir/CarePlan").statusCode(400);
  }

  @Test
  void provenanceComesAlongAndByItself() {
    var plan = story.activePlan(goal);
    var bundle =
        get("/fhir/CarePlan?patient=" + story.patient + "&_revinclude=Provenance:target")
            .body("entry.resource.resourceType", hasItems("CarePlan", "Provenance"));
    FhirCheck.valid(bundle.extract().asString());
    get("/fhir/Provenance/CarePlan-" + plan)
        .statusCode(200)
        .body("agent[0].who.reference", equalTo("Practitioner/" + story.therapist));
    get("/fhir/Provenance/Goal-" + goal).statusCode(200);
  }

  @Test
  void searchByPostGivesTheSame() {
    var plan = story.activePlan(goal);
    story
        .as(story.therapist())
        .contentType(ContentType.URLENC)
        .formParam("patient", "Patient/" + story.patient)
        .post("/fhir/CarePlan/_search")
        .then()
        .statusCode(200)
        .body("entry.resource.id", hasItem(plan.toString()));
  }

  @Test
  void wordsThatLookLikeMarkupStayWords() {
    story
        .post(
            story.therapist(),
            "/treatment-plans",
            java.util.Map.of(
                "patientId",
                story.patient,
                "content",
                story.planContent(goal, "<script>alert(1)</script> & more")))
        .statusCode(201);
    var bundle = get("/fhir/CarePlan?patient=" + story.patient);
    bundle.body("entry[0].resource.text.div", containsString("&lt;script&gt;"));
    FhirCheck.valid(bundle.extract().asString());
  }

  @Test
  void othersAndClientsOfPart2RecordsSeeNothing() {
    var part2 = RecordsFixture.admitted(Population.SUBSTANCE_USE);
    var plan = part2.activePlan(Ids.next());
    read(Tokens.staff("therapist", Ids.next()), "/fhir/CarePlan/" + plan).statusCode(404);
    read(Tokens.integrationClient("ehr"), "/fhir/CarePlan/" + plan).statusCode(404);
    var open = story.activePlan(goal);
    read(Tokens.integrationClient("ehr"), "/fhir/CarePlan/" + open).statusCode(200);
    read(story.self(), "/fhir/CarePlan/" + open).statusCode(200);
  }

  private ValidatableResponse get(String path) {
    return read(story.therapist(), path);
  }

  private ValidatableResponse read(String token, String path) {
    return story.as(token).accept("application/fhir+json").get(path).then();
  }
}
