package org.daybridge.medication.transmission.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.daybridge.contract.medication.MedicationEvent.PrescriptionHandedOver;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class TransmissionResourceTest {

  @Test
  void aVersionIsHandedOverOnceAndAcknowledgedByThePartner() {
    var ward = MedicationFixture.admitted();
    var order = ward.post("/orders", ward.order("36437", "50", "")).extract();
    String path = "/orders/" + order.path("orderId") + "/transmissions";

    ward.post(path, "").statusCode(428);
    String id =
        ward.post(path, order.header("ETag"), "")
            .statusCode(201)
            .body("unsettled", equalTo(true))
            .extract()
            .path("transmissionId");
    ward.post(path, order.header("ETag"), "")
        .statusCode(409)
        .body("type", endsWith("handed-over-once"));

    String answer = "/transmissions/" + id + "/acknowledgements";
    ward.post(answer, "{\"outcome\":\"SENT\"}").statusCode(403);
    MedicationFixture.postAs(
            Tokens.integrationClient("erx-partner"),
            answer,
            "{\"outcome\":\"SENT\",\"partnerReference\":\"RX-1\"}")
        .statusCode(201);
    ward.get(path)
        .body("items", hasSize(1))
        .body("items[0].acknowledgement.outcome", equalTo("SENT"))
        .body("items[0].unsettled", equalTo(false));
    assertThat(
            TestEvents.announced(
                PrescriptionHandedOver.class, UUID.fromString(order.path("orderId"))))
        .singleElement()
        .extracting(PrescriptionHandedOver::orderVersion)
        .isEqualTo(1);
  }

  @Test
  void ofManyWhoHandItOverAtOnceOneDoes() throws Exception {
    var ward = MedicationFixture.admitted();
    var order = ward.post("/orders", ward.order("36437", "50", "")).extract();
    String path = "/orders/" + order.path("orderId") + "/transmissions";
    String seen = order.header("ETag");
    Callable<Integer> handOver = () -> ward.post(path, seen, "").extract().statusCode();

    List<Integer> answers = new ArrayList<>();
    try (var at = Executors.newFixedThreadPool(12)) {
      for (Future<Integer> answer : at.invokeAll(Collections.nCopies(12, handOver))) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    ward.get(path).body("items", hasSize(1));
    assertThat(
            TestEvents.announced(
                PrescriptionHandedOver.class, UUID.fromString(order.path("orderId"))))
        .hasSize(1);
  }

  @Test
  void whatThePartnerRejectedMayBeHandedOverAgain() {
    var ward = MedicationFixture.admitted();
    var order = ward.post("/orders", ward.order("36437", "50", "")).extract();
    String path = "/orders/" + order.path("orderId") + "/transmissions";
    String id =
        ward.post(path, order.header("ETag"), "").statusCode(201).extract().path("transmissionId");

    MedicationFixture.postAs(
            Tokens.integrationClient("erx-partner"),
            "/transmissions/" + id + "/acknowledgements",
            "{\"outcome\":\"REJECTED\"}")
        .statusCode(201);

    ward.post(path, order.header("ETag"), "").statusCode(201);
  }

  @Test
  void onlyWhatIsActiveIsHandedOver() {
    var ward = MedicationFixture.admitted();
    var order = ward.post("/orders", ward.order("36437", "50", "")).extract();
    String path = "/orders/" + order.path("orderId");
    ward.post(path + "/hold", order.header("ETag"), "{\"reason\":\"SAFETY\"}").statusCode(200);

    ward.post(path + "/transmissions", "\"1\"", "")
        .statusCode(409)
        .body("type", endsWith("order-is-active"));
  }
}
