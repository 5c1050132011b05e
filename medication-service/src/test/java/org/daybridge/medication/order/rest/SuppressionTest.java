package org.daybridge.medication.order.rest;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class SuppressionTest {
  private static final String VENLAFAXINE = "39786";
  private static final String REASON =
      "\"overrides\":[{\"ruleId\":\"DDI-087\",\"reason\":\"PLANNED_CROSS_TAPER\"}]";
  private static final String RENEWAL = "{\"supply\":{\"days\":30}}";

  private static String answeredOnce(MedicationFixture ward) {
    ward.post("/orders", ward.order("36437", "50", "")).statusCode(201);
    return ward.post("/orders", ward.order(VENLAFAXINE, "75", REASON))
        .statusCode(201)
        .extract()
        .path("orderId");
  }

  @Test
  void aReasonIsCarriedOverWhileTheFactsStand() {
    var ward = MedicationFixture.admitted();
    String id = answeredOnce(ward);

    ward.post("/orders/" + id + "/renewals", "\"0\"", RENEWAL)
        .statusCode(200)
        .body(
            "alerts.find { it.ruleId == 'DDI-087' }.overrideReason",
            equalTo("PLANNED_CROSS_TAPER"));
    ward.get("/override-report")
        .statusCode(200)
        .body("rules.find { it.ruleId == 'DDI-087' }.shown", equalTo(2))
        .body("rules.find { it.ruleId == 'DDI-087' }.carriedOver", equalTo(1))
        .body("rules.find { it.ruleId == 'DDI-087' }.reasons.PLANNED_CROSS_TAPER", equalTo(2));
  }

  @Test
  void anotherPrescriberIsAskedAgain() {
    var ward = MedicationFixture.admitted();
    String id = answeredOnce(ward);
    var other = UUID.randomUUID();
    TestGrants.careTeam(other, ward.patient);

    io.restassured.RestAssured.given()
        .header("Authorization", "Bearer " + Tokens.staff("prescriber", other))
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body(RENEWAL)
        .post(MedicationFixture.API + "/orders/" + id + "/renewals")
        .then()
        .statusCode(422)
        .body("type", endsWith("major-alert-needs-a-reason"));
  }

  @Test
  void aReportEndsAfterItBegins() {
    var ward = MedicationFixture.admitted();

    ward.get("/override-report?from=2026-03-02&to=2026-03-01").statusCode(400);
    MedicationFixture.getAs(Tokens.staff("nurse", ward.prescriber), "/override-report")
        .statusCode(403);
  }
}
