package org.daybridge.medication.cdshooks.fhir;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class CdsServicesResourceTest {
  private static final String DRAFT =
      """
      {"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"MedicationRequest",
        "status":"draft","intent":"order","subject":{"reference":"Patient/1"},
        "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"36437"}]},
        "dosageInstruction":[{"timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}},
          "doseAndRate":[{"doseQuantity":{"value":150,"unit":"mg","code":"mg"}}]}]}}]}
      """;
  private static final String TAKEN =
      """
      {"resourceType":"Bundle","type":"searchset","entry":[{"resource":{"resourceType":"MedicationRequest",
        "status":"active","intent":"order","subject":{"reference":"Patient/1"},
        "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"8123"}]}}},
       {"resource":{"resourceType":"MedicationRequest","status":"active","intent":"order","subject":{"reference":"Patient/1"},
        "medicationCodeableConcept":{"text":"Errin 28 Day Pack"}}}]}
      """;

  private static ValidatableResponse call(String id, String body) {
    return MedicationFixture.postAs(Tokens.integrationClient("ehr"), "/cds-services/" + id, body);
  }

  private static String hook(String hook) {
    return """
        {"hook":"%s","hookInstance":"%s","extension":{"any":1},
         "context":{"userId":"Practitioner/1","patientId":"1","draftOrders":%s},
         "prefetch":{"patient":{"resourceType":"Patient","birthDate":"2004-01-01","gender":"female"},
           "conditions":{"resourceType":"Bundle","type":"searchset","entry":[]},"medications":%s,"allergies":null}}
        """
        .formatted(hook, UUID.randomUUID(), DRAFT, TAKEN);
  }

  @Test
  void threeServicesAreOffered() {
    MedicationFixture.getAs(Tokens.integrationClient("ehr"), "/cds-services")
        .statusCode(200)
        .body("services.hook", hasItems("order-select", "order-sign", "patient-view"))
        .body("services[0].prefetch.patient", equalTo("Patient/{{context.patientId}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"order-select", "order-sign", "patient-view"})
  void aContraindicationIsACriticalCard(String hook) {
    call("medication-" + hook, hook(hook))
        .statusCode(200)
        .body("cards[0].indicator", equalTo("critical"))
        .body("cards[0].source.topic.code", equalTo("DDI-001"))
        .body("cards[0].overrideReasons", hasSize(7))
        .body("cards.source.topic.code", hasItems("MAX-sertraline", "PF-01", "unchecked"))
        .body("cards.find { it.source.topic.code == 'unchecked' }.detail", containsString("Errin"));
  }

  @Test
  void aCallThatDoesNotReadIsRefused() {
    call("medication-order-sign", hook("patient-view")).statusCode(400);
    call("medication-order-sign", "{\"hook\":\"order-sign\"}").statusCode(400);
    call(
            "medication-order-sign",
            hook("order-sign")
                .replace("\"resourceType\":\"Patient\"", "\"resourceType\":\"Nonsense\""))
        .statusCode(400);
  }
}
