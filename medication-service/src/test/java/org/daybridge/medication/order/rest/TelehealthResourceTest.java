package org.daybridge.medication.order.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.contract.medication.MedicationEvent.InPersonEvaluationRecorded;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.kit.timer.ServiceClock;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class TelehealthResourceTest {
  private static final String LORAZEPAM = "6470";
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final Instant AFTER_THE_FLEXIBILITIES = Instant.parse("2027-02-01T17:00:00Z");
  private static final String BY_VIDEO =
      """
      {"patientId":"%s","medication":{"rxcui":"%s"},
       "dose":{"amount":%s,"unit":"MG","route":"PO","frequency":1},"supply":{"days":%d},
       "encounter":{"kind":"VIDEO"},"indication":{"code":"%s","text":"as said"}}
      """;

  @Inject ServiceClock clock;
  private MedicationFixture ward;
  private String patient;

  @BeforeEach
  void admit() {
    ward = MedicationFixture.admitted().withDeaUntil(LocalDate.parse("2099-01-01"));
    patient = "/patients/" + ward.patient;
  }

  @AfterEach
  void backToNow() {
    clock.show(Instant.now());
  }

  private void queried(String lookback) {
    ward.post(
            patient + "/pdmp-queries",
            "{\"state\":\"PA\",\"reachable\":true,\"reviewed\":true%s}".formatted(lookback))
        .statusCode(201);
  }

  private String lorazepam() {
    return BY_VIDEO.formatted(ward.patient, LORAZEPAM, "1", 14, "F41.1");
  }

  private String buprenorphine(int days) {
    return BY_VIDEO.formatted(ward.patient, "1819", "16", days, "F11.20");
  }

  @Test
  void whileTheFlexibilitiesHoldVideoIsAGroundThatTheOrderKeeps() {
    clock.show(Instant.parse("2026-12-31T17:00:00Z"));
    queried("");

    String id =
        ward.post("/orders", lorazepam())
            .statusCode(201)
            .body("current.encounter", equalTo("VIDEO"))
            .body("current.lawful.ground", equalTo("FLEXIBILITY"))
            .body("current.lawful.issuedOn", equalTo("2026-12-31"))
            .extract()
            .path("orderId");

    clock.show(AFTER_THE_FLEXIBILITIES);
    ward.get("/orders/" + id).body("current.lawful.ground", equalTo("FLEXIBILITY"));
    ward.get("/orders/" + id + "/versions").body("[0].lawful.ground", equalTo("FLEXIBILITY"));
  }

  @Test
  void afterwardsARecordedEvaluationIsAskedFor() {
    clock.show(AFTER_THE_FLEXIBILITIES);
    queried("");
    ward.post("/orders", lorazepam())
        .statusCode(422)
        .body("type", endsWith("in-person-evaluation-is-recorded"));
    ward.get(patient + "/orders").body("items", hasSize(0));

    UUID id =
        UUID.fromString(
            ward.post(patient + "/in-person-evaluations", "{\"evaluatedOn\":\"" + TODAY + "\"}")
                .statusCode(201)
                .body("evaluatedBy", equalTo(ward.prescriber.toString()))
                .extract()
                .path("evaluationId"));

    ward.post("/orders", lorazepam())
        .statusCode(201)
        .body("current.lawful.ground", equalTo("EVALUATED_IN_PERSON"));
    assertThat(TestEvents.announced(InPersonEvaluationRecorded.class, id))
        .singleElement()
        .extracting(InPersonEvaluationRecorded::evaluatedOn)
        .isEqualTo(TODAY);
    ward.get(patient + "/in-person-evaluations").body("items", hasSize(1));
  }

  @Test
  void buprenorphineGoesOnForSixMonthsAfterALookBackOfAYear() {
    clock.show(AFTER_THE_FLEXIBILITIES);
    queried("");
    ward.post("/orders", buprenorphine(28))
        .statusCode(422)
        .body("type", endsWith("pdmp-looks-back-a-year"));
    queried(",\"lookbackDays\":365");
    ward.post("/orders", buprenorphine(190))
        .statusCode(422)
        .body("type", endsWith("telehealth-buprenorphine-within-six-months"));
    var order =
        ward.post("/orders", buprenorphine(28))
            .statusCode(201)
            .body("current.lawful.ground", equalTo("BUPRENORPHINE_SIX_MONTHS"))
            .extract();
    String renewals = "/orders/" + order.path("orderId") + "/renewals";

    clock.show(Instant.parse("2027-07-10T17:00:00Z"));
    queried(",\"lookbackDays\":365");
    ward.post(
            renewals,
            order.header("ETag"),
            "{\"supply\":{\"days\":28},\"encounter\":{\"kind\":\"AUDIO\"}}")
        .statusCode(422)
        .body("type", endsWith("telehealth-buprenorphine-within-six-months"));
    ward.post(
            renewals,
            order.header("ETag"),
            "{\"supply\":{\"days\":28},\"encounter\":{\"kind\":\"IN_PERSON\"}}")
        .statusCode(200)
        .body("current.lawful.ground", equalTo("IN_PERSON_ENCOUNTER"));
  }

  @Test
  void whatIsNotControlledAsksForNoGround() {
    clock.show(AFTER_THE_FLEXIBILITIES);

    ward.post("/orders", BY_VIDEO.formatted(ward.patient, "36437", "50", 30, "F32.1"))
        .statusCode(201)
        .body("current.lawful", nullValue());
  }

  @Test
  void badEvaluationsAreRefusedAndStrangersSeeNothing() {
    String path = patient + "/in-person-evaluations";
    String body = "{\"evaluatedOn\":\"%s\"}";

    ward.post(path, body.formatted(TODAY.plusDays(3)))
        .statusCode(422)
        .body("type", endsWith("report-is-not-in-the-future"));
    ward.post(path, "{}").statusCode(400);
    ward.post(path, body.formatted("yesterday")).statusCode(400);
    ward.post("/orders", lorazepam().replace("VIDEO", "HOLOGRAM")).statusCode(400);
    MedicationFixture.postAs(
            Tokens.staff("therapist", ward.prescriber), path, body.formatted(TODAY))
        .statusCode(403);
    MedicationFixture.postAs(
            Tokens.staff("prescriber", UUID.randomUUID()), path, body.formatted(TODAY))
        .statusCode(404);
    MedicationFixture.getAs(Tokens.staff("prescriber", UUID.randomUUID()), path).statusCode(404);
    ward.get(path).body("items", hasSize(0));
  }
}
