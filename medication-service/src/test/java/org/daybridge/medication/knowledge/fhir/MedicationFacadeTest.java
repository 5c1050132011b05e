package org.daybridge.medication.knowledge.fhir;

import static io.restassured.RestAssured.given;
import static org.daybridge.medication.FhirValidity.assertValid;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class MedicationFacadeTest {
  private static final String SERTRALINE = "http://www.nlm.nih.gov/research/umls/rxnorm|36437";

  private static ValidatableResponse get(String path) {
    return given()
        .header("Authorization", "Bearer " + Tokens.staff("nurse", UUID.randomUUID()))
        .get(path.startsWith("http") ? path : "/fhir/" + path)
        .then();
  }

  @Test
  void aDrugIsFoundByItsCodeAndReadByItsId() {
    String id =
        get("Medication?code=" + SERTRALINE)
            .statusCode(200)
            .body("entry", hasSize(1))
            .body("entry[0].resource.code.text", equalTo("sertraline"))
            .extract()
            .path("entry[0].resource.id");

    assertValid(
        get("Medication/" + id)
            .statusCode(200)
            .body("status", equalTo("active"))
            .body("ingredient[0].itemCodeableConcept.coding[0].code", equalTo("36437"))
            .extract()
            .asString());
    assertValid(get("Provenance/Medication-" + id).statusCode(200).extract().asString());
    get("Medication?ingredient-code=36437&status=active").body("entry.resource.id", hasItem(id));
    get("Medication?_id=" + id + "&_revinclude=Provenance:target").body("entry", hasSize(2));
  }

  @Test
  void thePagesTogetherHoldEveryDrugOnce() {
    var seen = new HashSet<String>();
    int shown = 0;
    String next = "Medication?_count=50";
    while (next != null) {
      var page = get(next).statusCode(200).extract();
      List<String> ids = page.path("entry.resource.id");
      shown += ids.size();
      seen.addAll(ids);
      String link = page.path("link.find { it.relation == 'next' }?.url");
      next = link == null ? null : link.substring(link.indexOf("Medication?"));
    }

    Assertions.assertThat(seen).hasSize(shown).hasSizeGreaterThan(70);
  }

  @Test
  void whatTheKnowledgeDoesNotHaveIsNotFound() {
    get("Medication?code=http://snomed.info/sct|36437").body("entry", equalTo(null));
    get("Medication?status=inactive").body("entry", equalTo(null));
    get("Medication/" + UUID.randomUUID())
        .statusCode(404)
        .body("resourceType", equalTo("OperationOutcome"));
    get("Medication?lot-number=1").statusCode(400);
    get("metadata").body("rest[0].resource.type", hasItem("Medication"));
    get("Medication?code=" + SERTRALINE)
        .body("link[0].url", not(endsWith("Medication")))
        .body(
            "entry[0].fullUrl",
            endsWith(get("Medication?code=36437").extract().path("entry[0].resource.id")));
  }
}
