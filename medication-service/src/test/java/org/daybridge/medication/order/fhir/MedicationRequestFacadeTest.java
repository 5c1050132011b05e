package org.daybridge.medication.order.fhir;

import static io.restassured.RestAssured.given;
import static org.daybridge.medication.FhirValidity.assertValid;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class MedicationRequestFacadeTest {

  private static ValidatableResponse get(MedicationFixture ward, String path) {
    return given().header("Authorization", "Bearer " + ward.token).get("/fhir/" + path).then();
  }

  private static String ordered(MedicationFixture ward) {
    return ward.post(
            "/orders",
            ward.order("36437", "50", "\"supply\":{\"days\":30,\"quantity\":30,\"refills\":2}"))
        .statusCode(201)
        .extract()
        .path("orderId");
  }

  @Test
  void anOrderIsReadAsMedicationRequest() {
    var ward = MedicationFixture.admitted();
    String id = ordered(ward);

    get(ward, "MedicationRequest/" + id)
        .statusCode(200)
        .contentType("application/fhir+json")
        .header("ETag", "W/\"1\"")
        .body("status", equalTo("active"))
        .body("intent", equalTo("order"))
        .body("medicationCodeableConcept.coding[0].code", equalTo("36437"))
        .body("dispenseRequest.numberOfRepeatsAllowed", equalTo(2));
    get(ward, "Provenance/MedicationRequest-" + id)
        .statusCode(200)
        .body("target[0].reference", equalTo("MedicationRequest/" + id));
  }

  @Test
  void theSearchesOfUsCoreFindIt() {
    var ward = MedicationFixture.admitted();
    String id = ordered(ward);
    String by = "MedicationRequest?patient=" + ward.patient;

    get(ward, by + "&intent=order").body("entry.resource.id", hasItem(id));
    get(ward, by + "&intent=order&status=active,stopped").body("entry.resource.id", hasItem(id));
    get(ward, by + "&intent=order&status=stopped").body("entry", equalTo(null));
    get(ward, by + "&intent=plan").body("entry", equalTo(null));
    get(ward, by + "&intent=order&authoredon=ge2020-01-01").body("entry.resource.id", hasItem(id));
    get(ward, by + "&intent=order&authoredon=lt2020-01-01").body("entry", equalTo(null));
    get(ward, by + "&_revinclude=Provenance:target").body("entry", hasSize(2));
    given()
        .header("Authorization", "Bearer " + ward.token)
        .formParam("patient", "Patient/" + ward.patient)
        .formParam("intent", "order")
        .post("/fhir/MedicationRequest/_search")
        .then()
        .statusCode(200)
        .body("entry.resource.id", hasItem(id));
    get(ward, "MedicationRequest?status=active")
        .statusCode(400)
        .body("resourceType", equalTo("OperationOutcome"));
  }

  @Test
  void anEarlierDoseStaysReadableAsAVersion() {
    var ward = MedicationFixture.admitted();
    String id = ordered(ward);
    ward.post(
            "/orders/" + id + "/titrations",
            "\"0\"",
            "{\"dose\":{\"amount\":100,\"unit\":\"MG\",\"route\":\"PO\",\"frequency\":1},\"indication\":{\"text\":\"depression\"}}")
        .statusCode(200);

    get(ward, "MedicationRequest/" + id).header("ETag", "W/\"2\"");
    get(ward, "MedicationRequest/" + id + "/_history/1")
        .body("status", equalTo("stopped"))
        .body("dosageInstruction[0].doseAndRate[0].doseQuantity.value", equalTo(50));
    get(ward, "MedicationRequest/" + id + "/_history").body("entry", hasSize(2));
  }

  @Test
  void othersCannotTellWhetherItExists() {
    var ward = MedicationFixture.admitted();
    String id = ordered(ward);
    String stranger = Tokens.staff("prescriber", UUID.randomUUID());

    given()
        .header("Authorization", "Bearer " + stranger)
        .get("/fhir/MedicationRequest/" + id)
        .then()
        .statusCode(404);
    given()
        .header("Authorization", "Bearer " + stranger)
        .get("/fhir/MedicationRequest?patient=" + ward.patient)
        .then()
        .statusCode(200)
        .body("entry", equalTo(null));
  }

  @Test
  void theValidatorFindsNoError() {
    var ward = MedicationFixture.admitted();
    String id = ordered(ward);
    ward.post(
        "/patients/" + ward.patient + "/medications",
        "{\"name\":\"ibuprofen\",\"doseMgPerDay\":400,\"startsOn\":\"2026-01-01\"}");
    ward.post(
            "/patients/" + ward.patient + "/allergies",
            "{\"substance\":\"penicillin\",\"reaction\":\"hives\"}")
        .statusCode(201);

    assertValid(get(ward, "MedicationRequest/" + id).extract().asString());
    assertValid(theOnly(ward, "MedicationStatement"));
    assertValid(theOnly(ward, "AllergyIntolerance"));
    assertValid(get(ward, "Provenance/MedicationRequest-" + id).extract().asString());
  }

  private static String theOnly(MedicationFixture ward, String type) {
    String id =
        get(ward, type + "?patient=" + ward.patient)
            .statusCode(200)
            .body("entry", hasSize(1))
            .extract()
            .path("entry[0].resource.id");
    return get(ward, type + "/" + id).statusCode(200).extract().asString();
  }

  @Test
  void anAlertThatWasOverriddenIsADetectedIssueWithItsMitigation() {
    var ward = MedicationFixture.admitted();
    ordered(ward);
    ward.post(
            "/orders",
            ward.order(
                "39786",
                "75",
                "\"overrides\":[{\"ruleId\":\"DDI-087\",\"reason\":\"PLANNED_CROSS_TAPER\"}]"))
        .statusCode(201);

    var found =
        get(ward, "DetectedIssue?patient=" + ward.patient)
            .statusCode(200)
            .body("entry.resource.severity", hasItem("high"))
            .body("entry.resource.mitigation.action.text.flatten()", hasItem("PLANNED_CROSS_TAPER"))
            .extract();
    assertValid(
        get(ward, "DetectedIssue/" + found.path("entry[0].resource.id")).extract().asString());
  }
}
