package org.daybridge.medication.monitoring.messaging;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.OutcomesEvent.ResultRecorded;
import org.daybridge.contract.outcomes.ResultId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class ResultFollowerTest {
  private static final String LITHIUM = "14334-7";
  private static final String ANC = "751-8";

  private static void result(UUID patient, String code, String value, String unit, Duration ago) {
    var id = Ids.next();
    TestEvents.publish(
        new ResultRecorded(
            new ResultId(id),
            new PatientId(patient),
            null,
            code,
            new BigDecimal(value),
            unit,
            Instant.now().minus(ago)));
    MedicationFixture.awaitRow("select 1 from result where result_id = '" + id + "'");
  }

  @Test
  void aLithiumLevelIsJudgedWhenItComes() {
    var ward = MedicationFixture.admitted();
    ward.post("/orders", ward.order("6448", "900", "")).statusCode(201);

    result(ward.patient, LITHIUM, "1.6", "mmol/L", Duration.ofMinutes(5));

    ward.get("/patients/" + ward.patient + "/monitoring")
        .statusCode(200)
        .body("flags.ruleId", hasItem("lithium"))
        .body("flags[0].severity", equalTo("major"))
        .body("items.test", hasItems("serum lithium", "TSH", "calcium"));
    ward.get("/patients/" + ward.patient + "/results").body("items.code", hasItem(LITHIUM));
  }

  @Test
  void aNormalLevelRaisesNoFlag() {
    var ward = MedicationFixture.admitted();
    ward.post("/orders", ward.order("6448", "900", "")).statusCode(201);

    result(ward.patient, LITHIUM, "0.8", "mmol/L", Duration.ofMinutes(5));

    ward.get("/patients/" + ward.patient + "/monitoring").body("flags.size()", equalTo(0));
  }

  @Test
  void clozapineIsNotGivenOnWhileTheCountsInterruptIt() {
    var ward = MedicationFixture.admitted();
    result(ward.patient, ANC, "3000", "/uL", Duration.ofDays(1));
    var order =
        ward.post("/orders", ward.order("2626", "25", "\"confirmUnusualDose\":true"))
            .statusCode(201)
            .extract();
    result(ward.patient, ANC, "0.9", "10*3/uL", Duration.ofMinutes(1));

    ward.get("/patients/" + ward.patient + "/neutrophils")
        .statusCode(200)
        .body("course.standing", equalTo("INTERRUPTED"))
        .body("mayBeGiven", equalTo(false));
    ward.post(
            "/orders/" + order.path("orderId") + "/titrations",
            order.header("ETag"),
            "{\"dose\":{\"amount\":50,\"unit\":\"MG\",\"route\":\"PO\",\"frequency\":1},\"indication\":{\"text\":\"x\"},\"confirmUnusualDose\":true}")
        .statusCode(409)
        .body("type", endsWith("clozapine-is-interrupted"));
  }
}
