package org.daybridge.outcomes.instrument;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class InstrumentResourceTest {

  @Test
  void listsTheRegistry() {
    given()
        .auth()
        .oauth2(therapist())
        .get("/api/outcomes/v1/instruments")
        .then()
        .statusCode(200)
        .body("items.id", hasItems("PHQ-9", "BAM-IOP", "C-SSRS", "WHODAS-12", "OQ-45.2"));
  }

  @Test
  void shipsWordingOnlyWhereTheLicenseIsFree() {
    String therapist = therapist();
    given()
        .auth()
        .oauth2(therapist)
        .get("/api/outcomes/v1/instruments/ISI")
        .then()
        .statusCode(200)
        .body("items[0].text", nullValue());
    given()
        .auth()
        .oauth2(therapist)
        .get("/api/outcomes/v1/instruments/PHQ-9")
        .then()
        .statusCode(200)
        .body("items[8].risk", equalTo(true))
        .body("items[8].loinc", equalTo("44260-8"))
        .body("items[0].text", containsString("interest"));
  }

  @Test
  void scoresWithoutKeepingAnything() {
    score(
            "PHQ-9",
            "{\"answers\":{\"1\":2,\"2\":1,\"3\":1,\"4\":1,\"5\":1,\"6\":1,\"7\":1,\"8\":1,\"9\":1}}")
        .statusCode(200)
        .body("instrument", equalTo("PHQ-9"))
        .body("total", equalTo(10))
        .body("severity", equalTo("moderate"))
        .body("alerts[0].item", equalTo("9"))
        .body("alerts[0].level", equalTo("MODERATE"))
        .body("missing", empty());
  }

  @Test
  void writesTheNullOfATotalThatCouldNotBeComputed() {
    score("PHQ-9", "{\"answers\":{\"1\":2}}")
        .statusCode(200)
        .body("$", hasKey("total"))
        .body("total", nullValue())
        .body("prorated", nullValue())
        .body("flags", hasItem("risk-unknown"));
  }

  @Test
  void namesItemAndOptionsOfAnAnswerThatIsNotOnTheForm() {
    score("AUDIT", "{\"answers\":{\"9\":1}}")
        .statusCode(400)
        .body("type", endsWith("/answer-is-an-option-of-its-item"))
        .body("violations[0].field", equalTo("answers.9"))
        .body("violations[0].message", equalTo("item 9 takes 0, 2, 4"));
  }

  @Test
  void takesASexForTheAuditC() {
    score("AUDIT-C", "{\"answers\":{\"1\":1,\"2\":1,\"3\":1},\"context\":{\"sex\":\"female\"}}")
        .statusCode(200)
        .body("flags", contains("screen-positive"));
  }

  @Test
  void keepsNoItemsOfAProprietaryInstrument() {
    score("OQ-45.2", "{\"answers\":{\"1\":1}}")
        .statusCode(422)
        .body("ruleId", equalTo("licensed-instrument-items"));
    score("OQ-45.2", "{\"answers\":{\"total\":63}}").statusCode(200).body("total", equalTo(63));
  }

  @Test
  void doesNotKnowAnInstrumentThatIsNotThere() {
    score("NOPE-1", "{\"answers\":{}}").statusCode(404);
  }

  @Test
  void refusesWhatItCannotRead() {
    score("PHQ-9", "{\"answers\":{\"1\":").statusCode(400);
    score("PHQ-9", "{\"answers\":{\"1\":1},\"mood\":1}")
        .statusCode(400)
        .body("type", endsWith("/unknown-field"));
    score("PHQ-9", "{}").statusCode(400);
    score("PHQ-9", "{\"answers\":{\"1\":{\"a\":1}}}").statusCode(400);
    score("PHQ-9", "{\"answers\":[1,2]}").statusCode(400);
  }

  @Test
  void letsAnIntegrationClientCalculateAndAPatientNot() {
    given()
        .auth()
        .oauth2(Tokens.integrationClient("ehr"))
        .contentType("application/json")
        .body("{\"answers\":{\"1\":0,\"2\":0}}")
        .post("/api/outcomes/v1/instruments/PHQ-2/score")
        .then()
        .statusCode(200);
    given()
        .auth()
        .oauth2(Tokens.patient(Ids.next()))
        .contentType("application/json")
        .body("{\"answers\":{\"1\":0,\"2\":0}}")
        .post("/api/outcomes/v1/instruments/PHQ-2/score")
        .then()
        .statusCode(403);
    given().post("/api/outcomes/v1/instruments/PHQ-2/score").then().statusCode(401);
  }

  @Test
  void analyzesPairsByTheNamedMethod() {
    analyze(
            "{\"method\":\"JT\",\"pairs\":[{\"id\":\"a\",\"pre\":32.5,\"post\":47.5},{\"id\":\"b\",\"post\":40}],"
                + "\"reliability\":0.8,\"norms\":{\"clinical\":{\"mean\":40,\"sd\":7.5},"
                + "\"functional\":{\"mean\":60,\"sd\":7.5}},\"betterIs\":\"higher\",\"cutoff\":\"c\"}")
        .statusCode(200)
        .body("people[0].rci", equalTo(3.1623f))
        .body("people[0].category", equalTo("improved"))
        .body("people[1].category", equalTo("no-baseline"))
        .body("parameters.cutoff", equalTo(50.0f))
        .body("summary.counts.improved", equalTo(1));
  }

  @Test
  void refusesAnAnalysisThatLacksItsNorm() {
    analyze(
            "{\"method\":\"JT\",\"pairs\":[{\"id\":\"a\",\"pre\":3,\"post\":4}],\"reliability\":0.8,"
                + "\"betterIs\":\"higher\",\"cutoff\":\"b\"}")
        .statusCode(422)
        .body("ruleId", equalTo("analysis-has-its-parameters"));
    analyze(
            "{\"method\":\"XX\",\"pairs\":[{\"id\":\"a\",\"pre\":3,\"post\":4}],\"reliability\":0.8,"
                + "\"betterIs\":\"higher\"}")
        .statusCode(400);
    analyze(
            "{\"method\":\"JT\",\"pairs\":[{\"id\":\"a\",\"pre\":3,\"post\":4}],\"reliability\":1,"
                + "\"betterIs\":\"higher\"}")
        .statusCode(400);
  }

  private static ValidatableResponse score(String id, String body) {
    return given()
        .auth()
        .oauth2(therapist())
        .contentType("application/json")
        .body(body)
        .post("/api/outcomes/v1/instruments/" + id + "/score")
        .then();
  }

  private static ValidatableResponse analyze(String body) {
    return given()
        .auth()
        .oauth2(therapist())
        .contentType("application/json")
        .body(body)
        .post("/api/outcomes/v1/analyses/clinical-significance")
        .then();
  }

  private static String therapist() {
    return Tokens.staff("therapist", Ids.next());
  }
}
