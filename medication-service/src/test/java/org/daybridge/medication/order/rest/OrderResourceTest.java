package org.daybridge.medication.order.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.daybridge.contract.medication.MedicationEvent.MedicationOrdered;
import org.daybridge.contract.medication.MedicationEvent.MedicationStopped;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class OrderResourceTest {
  private static final String SERTRALINE = "36437";
  private static final String PHENELZINE = "8123";
  private static final String TRAZODONE = "10737";
  private static final String LORAZEPAM = "6470";
  private static final String METHYLPHENIDATE = "6901";
  private static final String BUPRENORPHINE = "1819";

  @Test
  void anOrderIsWrittenReadAndAnnounced() {
    var ward = MedicationFixture.admitted();

    String id =
        ward.post("/orders", ward.order(SERTRALINE, "50", "\"supply\":{\"days\":30,\"refills\":2}"))
            .statusCode(201)
            .header("ETag", "\"0\"")
            .body("status", equalTo("ACTIVE"))
            .body("ingredient", equalTo("sertraline"))
            .body("current.mgPerDay", equalTo(50))
            .body("alerts", hasSize(0))
            .extract()
            .path("orderId");

    ward.get("/orders/" + id).statusCode(200).body("orderId", equalTo(id));
    ward.get("/patients/" + ward.patient + "/orders").body("items.orderId", hasItem(id));
    var announced = TestEvents.announced(MedicationOrdered.class, UUID.fromString(id));
    assertThat(announced).hasSize(1);
    assertThat(announced.getFirst().rxNorm()).isEqualTo(SERTRALINE);
  }

  @Test
  void aContraindicationStopsAndNothingIsStored() {
    var ward = MedicationFixture.admitted();
    ward.post("/orders", ward.order(SERTRALINE, "50", "")).statusCode(201);

    ward.post("/orders", ward.order(PHENELZINE, "45", ""))
        .statusCode(422)
        .body("type", endsWith("contraindicated-medication-stops"))
        .body("detail", notNullValue());
    ward.post(
            "/orders",
            ward.order(
                PHENELZINE,
                "45",
                "\"overrides\":[{\"ruleId\":\"DDI-001\",\"reason\":\"NO_ALTERNATIVE\",\"attested\":true}]"))
        .statusCode(422)
        .body("type", endsWith("second-prescriber-agrees"));
    ward.get("/patients/" + ward.patient + "/orders").body("items", hasSize(1));
  }

  @Test
  void aMajorAlertNeedsACodedReasonThatIsKept() {
    var ward = MedicationFixture.admitted();
    ward.post("/orders", ward.order(SERTRALINE, "50", "")).statusCode(201);
    String venlafaxine = "39786";

    ward.post("/orders", ward.order(venlafaxine, "75", ""))
        .statusCode(422)
        .body("type", endsWith("major-alert-needs-a-reason"));
    ward.post(
            "/orders",
            ward.order(
                venlafaxine,
                "75",
                "\"overrides\":[{\"ruleId\":\"DDI-087\",\"reason\":\"PLANNED_CROSS_TAPER\"}]"))
        .statusCode(201)
        .body(
            "alerts.find { it.ruleId == 'DDI-087' }.overrideReason",
            equalTo("PLANNED_CROSS_TAPER"));
  }

  @Test
  void anOverrideForNoAlertIsRefused() {
    var ward = MedicationFixture.admitted();

    ward.post(
            "/orders",
            ward.order(
                SERTRALINE,
                "50",
                "\"overrides\":[{\"ruleId\":\"DDI-001\",\"reason\":\"MONITORED\"}]"))
        .statusCode(422)
        .body("type", endsWith("override-names-an-alert"));
  }

  @Test
  void aModerateAlertIsShown() {
    var ward = MedicationFixture.admitted();
    String lithium = "6448";

    ward.post("/orders", ward.order(SERTRALINE, "50", "")).statusCode(201);
    ward.post("/orders", ward.order(lithium, "900", ""))
        .statusCode(201)
        .body("alerts.ruleId", hasItem("DDI-044"))
        .body("alerts.find { it.ruleId == 'DDI-044' }.severity", equalTo("moderate"));
  }

  @Test
  void aTitrationSupersedesAndKeepsTheEarlierDose() {
    var ward = MedicationFixture.admitted();
    var first = ward.post("/orders", ward.order(SERTRALINE, "50", "")).extract();
    String id = first.path("orderId");
    String body =
        "{\"dose\":{\"amount\":100,\"unit\":\"MG\",\"route\":\"PO\",\"frequency\":1},\"indication\":{\"text\":\"depression\"}}";

    ward.post("/orders/" + id + "/titrations", body).statusCode(428);
    ward.post("/orders/" + id + "/titrations", "\"7\"", body).statusCode(412);
    ward.post("/orders/" + id + "/titrations", first.header("ETag"), body)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("current.number", equalTo(2))
        .body("current.mgPerDay", equalTo(100));
    ward.get("/orders/" + id + "/versions")
        .body("number", org.hamcrest.Matchers.contains(2, 1))
        .body("[1].amount", equalTo(50))
        .body("[1].supersededAt", notNullValue());
    assertThat(TestEvents.announced(MedicationOrdered.class, UUID.fromString(id)))
        .extracting(MedicationOrdered::orderVersion)
        .containsExactly(1, 2);
  }

  @Test
  void aTitrationPassesTheSameChecks() {
    var ward = MedicationFixture.admitted();
    var first = ward.post("/orders", ward.order(SERTRALINE, "50", "")).extract();
    String body =
        "{\"dose\":{\"amount\":250,\"unit\":\"MG\",\"route\":\"PO\",\"frequency\":1},\"indication\":{\"text\":\"depression\"}}";

    ward.post("/orders/" + first.path("orderId") + "/titrations", first.header("ETag"), body)
        .statusCode(422)
        .body("type", endsWith("major-alert-needs-a-reason"));
  }

  @Test
  void aStopEndsTheOrderForGood() {
    var ward = MedicationFixture.admitted();
    var order = ward.post("/orders", ward.order(TRAZODONE, "150", "")).extract();
    String id = order.path("orderId");

    ward.post("/orders/" + id + "/stop", order.header("ETag"), "{\"reason\":\"NONE\"}")
        .statusCode(400);
    ward.post(
            "/orders/" + id + "/stop",
            order.header("ETag"),
            "{\"reason\":\"SIDE_EFFECT\",\"tapered\":false}")
        .statusCode(200)
        .body("status", equalTo("STOPPED"))
        .body("statusReason", equalTo("SIDE_EFFECT"));
    ward.post("/orders/" + id + "/hold", "\"1\"", "{\"reason\":\"LABORATORY\"}")
        .statusCode(409)
        .body("type", endsWith("order-is-open"));
    assertThat(TestEvents.announced(MedicationStopped.class, UUID.fromString(id))).hasSize(1);
  }

  @Test
  void aHoldPausesAndAResumptionGoesOn() {
    var ward = MedicationFixture.admitted();
    var order = ward.post("/orders", ward.order(TRAZODONE, "150", "")).extract();
    String id = order.path("orderId");

    ward.post("/orders/" + id + "/hold", order.header("ETag"), "{\"reason\":\"PROCEDURE\"}")
        .statusCode(200)
        .body("status", equalTo("ON_HOLD"));
    ward.post("/orders/" + id + "/resumption", "\"1\"", "{}")
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
  }

  @Test
  void aSecondOrderOfTheSameDrugIsDeclared() {
    var ward = MedicationFixture.admitted();
    ward.post("/orders", ward.order(SERTRALINE, "50", "")).statusCode(201);

    ward.post("/orders", ward.order(SERTRALINE, "25", ""))
        .statusCode(409)
        .body("type", endsWith("one-active-order-per-drug"));
    ward.post(
            "/orders",
            ward.order(
                SERTRALINE,
                "25",
                "\"declareSecondOrder\":true,\"overrides\":[{\"ruleId\":\"PF-30\",\"reason\":\"DOSE_ADJUSTED\"}]"))
        .statusCode(201);
  }

  @Test
  void controlledSubstancesAskForTheMonitoringProgramFirst() {
    var ward = MedicationFixture.admitted().withDea();

    ward.post("/orders", ward.order(LORAZEPAM, "2", ""))
        .statusCode(422)
        .body("type", endsWith("pdmp-is-queried-first"));
    ward.post(
            "/patients/" + ward.patient + "/pdmp-queries",
            "{\"state\":\"PA\",\"reachable\":true,\"reviewed\":true}")
        .statusCode(201);
    ward.post("/orders", ward.order(LORAZEPAM, "2", "\"supply\":{\"days\":7,\"refills\":6}"))
        .statusCode(422)
        .body("type", endsWith("law-is-not-overridden"));
    var order =
        ward.post("/orders", ward.order(LORAZEPAM, "2", "\"supply\":{\"days\":7,\"refills\":0}"))
            .statusCode(201)
            .body("schedule", equalTo("C-IV"))
            .extract();
    ward.post(
            "/orders/" + order.path("orderId") + "/stop",
            order.header("ETag"),
            "{\"reason\":\"PATIENT_WISH\",\"tapered\":false}")
        .statusCode(422)
        .body("type", endsWith("benzodiazepine-stops-by-taper"));
  }

  @Test
  void scheduleTwoHasNoRefills() {
    var ward = MedicationFixture.admitted().withDea();
    ward.post(
        "/patients/" + ward.patient + "/pdmp-queries",
        "{\"state\":\"PA\",\"reachable\":true,\"reviewed\":true}");

    ward.post(
            "/orders", ward.order(METHYLPHENIDATE, "20", "\"supply\":{\"days\":30,\"refills\":1}"))
        .statusCode(422)
        .body("type", endsWith("schedule-two-has-no-refills"));
    ward.post("/orders", ward.order(METHYLPHENIDATE, "20", "\"supply\":{\"days\":91}"))
        .statusCode(422)
        .body("type", endsWith("schedule-two-supply-is-limited"));
  }

  @Test
  void treatmentOfOpioidUseDisorderIsNotStoppedByASedative() {
    var ward = MedicationFixture.admitted().withDea();
    ward.post(
        "/patients/" + ward.patient + "/pdmp-queries",
        "{\"state\":\"PA\",\"reachable\":true,\"reviewed\":true}");
    ward.post("/orders", ward.order(LORAZEPAM, "2", "")).statusCode(201);

    ward.post("/orders", ward.order(BUPRENORPHINE, "16", ""))
        .statusCode(201)
        .body("alerts.ruleId", hasItem("DDI-016"));
  }

  @Test
  void aSlipOfTheCommaIsConfirmedFirst() {
    var ward = MedicationFixture.admitted();

    ward.post("/orders", ward.order(SERTRALINE, "5000", ""))
        .statusCode(422)
        .body("type", endsWith("unusual-dose-is-confirmed"));
  }

  @Test
  void aDrugThatTheKnowledgeDoesNotCoverIsAcknowledged() {
    var ward = MedicationFixture.admitted();
    String product = "312941";

    ward.post("/orders", ward.order(product, "50", ""))
        .statusCode(422)
        .body("type", endsWith("unchecked-is-acknowledged"));
    ward.post("/orders", ward.order(product, "50", "\"acknowledgeUnchecked\":true"))
        .statusCode(201);
  }

  @Test
  void ordersAreForPrescribersWhoSeeThePatient() {
    var ward = MedicationFixture.admitted();
    var therapist = UUID.randomUUID();
    TestGrants.careTeam(therapist, ward.patient);

    MedicationFixture.postAs(
            Tokens.staff("therapist", therapist), "/orders", ward.order(SERTRALINE, "50", ""))
        .statusCode(403);
    MedicationFixture.postAs(
            Tokens.staff("prescriber", UUID.randomUUID()),
            "/orders",
            ward.order(SERTRALINE, "50", ""))
        .statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"amount\":0,\"unit\":\"MG\"",
        "\"amount\":-1,\"unit\":\"MG\"",
        "\"amount\":5,\"unit\":\"POUND\"",
        "\"amount\":\"5\",\"unit\":\"MG\""
      })
  void badDosesAreRefused(String dose) {
    var ward = MedicationFixture.admitted();

    ward.post(
            "/orders",
            "{\"patientId\":\"%s\",\"medication\":{\"rxcui\":\"36437\"},\"dose\":{%s,\"route\":\"PO\",\"frequency\":1},\"indication\":{\"text\":\"x\"}}"
                .formatted(ward.patient, dose))
        .statusCode(400);
  }

  @Test
  void controlledSubstancesNeedARegistrationInForce() {
    var without = MedicationFixture.admitted();
    var expired =
        MedicationFixture.admitted()
            .withDeaUntil(java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(3));

    without
        .post("/orders", without.order(LORAZEPAM, "2", ""))
        .statusCode(422)
        .body("type", endsWith("authority-for-the-schedule"));
    expired
        .post("/orders", expired.order(LORAZEPAM, "2", ""))
        .statusCode(422)
        .body("type", endsWith("authority-for-the-schedule"));
  }

  @Test
  void aSecondPrescriberWhoAgreesLetsAContraindicationPass() {
    var ward = MedicationFixture.admitted();
    ward.post("/orders", ward.order(SERTRALINE, "50", "")).statusCode(201);
    String linezolidTaken = "{\"name\":\"linezolid\"}";
    ward.post("/patients/" + ward.patient + "/medications", linezolidTaken).statusCode(201);
    String agreement = "{\"rxcui\":\"10737\",\"ruleId\":\"DDI-014\"}";
    String override =
        "\"overrides\":[{\"ruleId\":\"DDI-014\",\"reason\":\"SPECIALIST_ADVICE\",\"attested\":true}]";

    ward.post("/patients/" + ward.patient + "/override-agreements", agreement).statusCode(201);
    ward.post("/orders", ward.order(TRAZODONE, "150", override))
        .statusCode(422)
        .body("type", endsWith("second-prescriber-agrees"));

    var second = UUID.randomUUID();
    TestGrants.careTeam(second, ward.patient);
    MedicationFixture.postAs(
            Tokens.staff("prescriber", second),
            "/patients/" + ward.patient + "/override-agreements",
            agreement)
        .statusCode(201);
    ward.post("/orders", ward.order(TRAZODONE, "150", override)).statusCode(201);
  }
}
