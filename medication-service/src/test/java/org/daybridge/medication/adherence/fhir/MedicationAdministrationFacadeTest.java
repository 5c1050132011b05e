package org.daybridge.medication.adherence.fhir;

import static io.restassured.RestAssured.given;
import static org.daybridge.medication.FhirValidity.assertValid;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class MedicationAdministrationFacadeTest {
  private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

  private MedicationFixture ward;
  private String order;

  @BeforeEach
  void ordered() {
    ward = MedicationFixture.admitted();
    String start = "\"startsOn\":\"" + YESTERDAY.minusDays(9) + "\"";
    order = ward.post("/orders", ward.order("36437", "50", start)).extract().path("orderId");
  }

  private String observed(LocalDate on, String taken, String more) {
    return ward.post(
            "/patients/" + ward.patient + "/adherence-reports",
            "{\"orderId\":\"%s\",\"source\":\"OBSERVED\",\"coversFrom\":\"%s\",\"taken\":\"%s\"%s}"
                .formatted(order, on, taken, more))
        .statusCode(201)
        .extract()
        .path("reportId");
  }

  private ValidatableResponse get(String path) {
    return getAs(ward.token, path);
  }

  private static ValidatableResponse getAs(String token, String path) {
    return given().header("Authorization", "Bearer " + token).get("/fhir/" + path).then();
  }

  @Test
  void anObservedDoseIsReadWithItsOrderAndDose() {
    String id = observed(YESTERDAY, "ALL", ",\"dosesPlanned\":1,\"dosesTaken\":1");

    String read =
        get("MedicationAdministration/" + id)
            .statusCode(200)
            .contentType("application/fhir+json")
            .body("status", equalTo("completed"))
            .body("medicationCodeableConcept.coding[0].code", equalTo("36437"))
            .body("effectiveDateTime", equalTo(YESTERDAY.toString()))
            .body("request.reference", equalTo("MedicationRequest/" + order))
            .body("dosage.dose.value", equalTo(50))
            .body("note[0].text", equalTo("1 of 1 doses"))
            .extract()
            .asString();
    assertValid(read);
    assertValid(get("Provenance/MedicationAdministration-" + id).extract().asString());
  }

  @Test
  void aRefusedDoseIsNotDoneWithItsReason() {
    String id = observed(YESTERDAY, "NONE", ",\"barriers\":[\"SIDE_EFFECTS\"]");

    assertValid(
        get("MedicationAdministration/" + id)
            .body("status", equalTo("not-done"))
            .body("statusReason[0].text", equalTo("SIDE_EFFECTS"))
            .extract()
            .asString());
  }

  @Test
  void whatWasOnlyToldIsNoAdministration() {
    ward.post(
            "/patients/" + ward.patient + "/adherence-reports",
            "{\"orderId\":\"%s\",\"coversFrom\":\"%s\",\"taken\":\"ALL\"}"
                .formatted(order, YESTERDAY))
        .statusCode(201);

    get("MedicationAdministration?patient=" + ward.patient)
        .statusCode(200)
        .body("entry", equalTo(null));
  }

  @Test
  void theSearchesNarrow() {
    String given = observed(YESTERDAY, "ALL", "");
    String refused = observed(YESTERDAY.minusDays(5), "NONE", "");
    String by = "MedicationAdministration?patient=" + ward.patient;

    get(by).body("entry", hasSize(2));
    get(by + "&status=completed").body("entry.resource.id", equalTo(java.util.List.of(given)));
    get(by + "&status=not-done").body("entry.resource.id", equalTo(java.util.List.of(refused)));
    get(by + "&status=stopped").body("entry", equalTo(null));
    get(by + "&effective-time=ge" + YESTERDAY).body("entry.resource.id", hasItem(given));
    get(by + "&effective-time=lt" + YESTERDAY).body("entry", hasSize(1));
    get(by + "&code=http://www.nlm.nih.gov/research/umls/rxnorm|36437").body("entry", hasSize(2));
    get(by + "&code=http://snomed.info/sct|36437").body("entry", equalTo(null));
    get(by + "&code=6448").body("entry", equalTo(null));
    get("MedicationAdministration?request=MedicationRequest/" + order).body("entry", hasSize(2));
    get(by + "&_count=1").body("entry", hasSize(1)).body("link.relation", hasItem("next"));
    get(by + "&_revinclude=Provenance:target").body("entry", hasSize(4));
    get("MedicationAdministration?status=completed").statusCode(400);
    get(by + "&device=x").statusCode(400);
    given()
        .header("Authorization", "Bearer " + ward.token)
        .formParam("patient", "Patient/" + ward.patient)
        .post("/fhir/MedicationAdministration/_search")
        .then()
        .statusCode(200)
        .body("entry", hasSize(2));
  }

  @Test
  void othersCannotTellWhetherItExists() {
    String id = observed(YESTERDAY, "ALL", "");
    String stranger = Tokens.staff("prescriber", UUID.randomUUID());

    getAs(stranger, "MedicationAdministration/" + id).statusCode(404);
    getAs(stranger, "MedicationAdministration?patient=" + ward.patient)
        .body("entry", equalTo(null));
    getAs(Tokens.staff("biller", ward.prescriber), "MedicationAdministration/" + id)
        .statusCode(403);
  }
}
