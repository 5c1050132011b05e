package org.daybridge.medication.order.rest;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each is a documented refusal, and nothing is stored. */
@QuarkusTest
@WithTestResource(TestPlatform.class)
class BadOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "36437|0||400|bad-fields",
        "36437|-50||400|bad-fields",
        "36437|0.05||422|unusual-dose-is-confirmed",
        "36437|50000||422|unusual-dose-is-confirmed",
        "99999999|50||422|unchecked-is-acknowledged",
        "36437|50|\"startsOn\":\"2026-11-02\",\"endsOn\":\"2026-11-01\"|422|medication-ends-after-it-starts",
        "36437|50|\"overrides\":[{\"ruleId\":\"DDI-087\"}]|400|bad-fields",
        "36437|50|\"overrides\":[{\"ruleId\":\"DDI-087\",\"reason\":\"BECAUSE\"}]|400|malformed-field",
        "36437|50|\"supply\":{\"days\":30,\"earlyReason\":\"WANTED\"}|400|malformed-field",
        "36437|50|\"supply\":{\"days\":0}|400|bad-fields"
      })
  void isRefusedAndNotStored(String rxcui, String dose, String more, int status, String slug) {
    var ward = MedicationFixture.admitted();

    ward.post("/orders", ward.order(rxcui, dose, more == null ? "" : more))
        .statusCode(status)
        .body("type", endsWith(slug));
    ward.get("/patients/" + ward.patient + "/orders").body("items", hasSize(0));
  }
}
