package org.daybridge.medication.safety.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class SafetyCheckResourceTest {
  private static final String PATH = "/api/medication/v1/safety-checks";

  private static ValidatableResponse ask(String token, String body) {
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType(ContentType.JSON)
        .body(body)
        .post(PATH)
        .then();
  }

  private static ValidatableResponse ask(String body) {
    return ask(Tokens.staff("therapist", UUID.randomUUID()), body);
  }

  @Test
  void answersWithRankedAlertsAndTheirSources() {
    ask("""
            {"asOf":"2026-11-22","patient":{"age":22,"sex":"female","conditions":["epilepsy"]},
             "medications":[{"name":"sertraline"},{"rxcui":"8123","proposed":true},{"name":"bupropion"}]}
            """)
        .statusCode(200)
        .body("alerts[0].severity", equalTo("contraindicated"))
        .body("alerts.ruleId", hasItem("DDI-001"))
        .body("alerts.find { it.ruleId == 'DDI-001' }.drugs", contains("phenelzine", "sertraline"))
        .body("alerts.find { it.ruleId == 'DDI-001' }.sources", contains("ONC", "LBL"))
        .body("alerts.type", hasItem("CONDITION"))
        .body("unchecked", hasSize(0))
        .body("knowledge.reviewedByPharmacist", equalTo(false))
        .body("knowledge.version", equalTo("2026-11"));
  }

  @Test
  void takesTheWholeQuestion() {
    ask("""
            {"asOf":"2026-11-22","now":"2026-11-22T09:00:00-05:00",
             "patient":{"age":40,"sex":"M","conditions":[{"code":"F11.20","system":"ICD-10"},"depression"],
               "pregnant":false,"contraception":"none","creatinineClearance":45.5,"eGFR":60,"setting":"IOP",
               "labs":[{"loinc":"14334-7","test":"lithium","value":1.6,"unit":"mmol/L","date":"2026-11-20"}],
               "pdmpQueries":["2026-11-01",{"date":"2026-10-01","state":"PA"}],
               "lastOpioidUse":"2026-11-20","lastAlcohol":"2026-11-22T05:00:00-05:00"},
             "medications":[{"name":"lithium","rxcui":"6448","doseMgPerDay":900,"route":"PO","form":"tablet",
                "start":"2026-01-01","proposed":false,"refills":2,"indication":"bipolar","dispensedBy":"pharmacy"},
               {"name":"naltrexone","proposed":true},{"name":"disulfiram","proposed":true},
               {"name":"Sertraline 50 MG Oral Tablet","rxcui":"312941"}],
             "allergies":["carbamazepine",{"name":"peanut","category":"food"}]}
            """)
        .statusCode(200)
        .body("alerts.type", hasItem("LAB_CRITICAL"))
        .body("alerts.type", hasItem("OPIOID_FREE"))
        .body("alerts.type", hasItem("ALCOHOL_FREE"))
        .body("unchecked", hasSize(1))
        .body("unchecked[0].rxcui", equalTo("312941"));
  }

  @Test
  void aDayWithoutATimeMeansTheCarefulMoment() {
    ask("{\"asOf\":\"2026-11-22\",\"patient\":{\"lastAlcohol\":\"2026-11-21\"},\"medications\":[{\"name\":\"disulfiram\",\"proposed\":true}]}")
        .body("alerts.type", hasItem("ALCOHOL_FREE"));
    ask("{\"asOf\":\"2026-11-22\",\"patient\":{\"lastAlcohol\":\"2026-11-20\"},\"medications\":[{\"name\":\"disulfiram\",\"proposed\":true}]}")
        .body("alerts.findAll { it.type == 'ALCOHOL_FREE' }", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"medications\":[{\"name\":\"sertraline\",\"doseMgPerDay\":0}]}",
        "{\"medications\":[{\"name\":\"sertraline\",\"doseMgPerDay\":-5}]}",
        "{\"medications\":[{\"doseMgPerDay\":5}]}",
        "{\"medications\":[{\"name\":\"sertraline\",\"start\":\"2026-13-40\"}]}",
        "{\"patient\":{\"age\":-1}}",
        "{\"patient\":{\"lastAlcohol\":\"yesterday\"}}",
        "{\"surprise\":1}",
        "{\"medications\":\"sertraline\"}",
        "{",
        "[]"
      })
  void refusesWhatDoesNotReadAsAQuestion(String body) {
    ask(body).statusCode(400).contentType("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"asOf\":\"2026-11-22\",\"patient\":{\"labs\":[{\"loinc\":\"751-8\",\"value\":3,\"date\":\"2026-11-23\"}]}}|result-is-not-in-the-future",
        "{\"medications\":[{\"name\":\"sertraline\",\"start\":\"2026-11-02\",\"end\":\"2026-11-01\"}]}|medication-ends-after-it-starts"
      })
  void refusesWhatContradictsItself(String body, String slug) {
    ask(body).statusCode(422).body("type", endsWith(slug));
  }

  @Test
  void isForStaffAndIntegrationClientsOnly() {
    ask(Tokens.integrationClient("ehr"), "{}").statusCode(200);
    ask(Tokens.patient(UUID.randomUUID()), "{}").statusCode(403);
    given().contentType(ContentType.JSON).body("{}").post(PATH).then().statusCode(401);
  }
}
