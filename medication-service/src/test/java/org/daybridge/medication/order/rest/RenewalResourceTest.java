package org.daybridge.medication.order.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.contract.medication.MedicationEvent.MedicationChanged;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class RenewalResourceTest {
  private static final String SERTRALINE = "36437";
  private static final String LORAZEPAM = "6470";
  private static final String METHYLPHENIDATE = "6901";
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private static MedicationFixture queried() {
    var ward = MedicationFixture.admitted().withDea();
    ward.post(
            "/patients/" + ward.patient + "/pdmp-queries",
            "{\"state\":\"PA\",\"reachable\":true,\"reviewed\":true}")
        .statusCode(201);
    ward.post(
            "/patients/" + ward.patient + "/in-person-evaluations",
            "{\"evaluatedOn\":\"" + TODAY.minusDays(30) + "\"}")
        .statusCode(201);
    return ward;
  }

  @Test
  void aRenewalKeepsTheDoseAndIsAnnounced() {
    var ward = MedicationFixture.admitted();
    var order =
        ward.post("/orders", ward.order(SERTRALINE, "50", "\"supply\":{\"days\":30}")).extract();
    String id = order.path("orderId");
    String body = "{\"supply\":{\"days\":30,\"quantity\":30,\"refills\":2}}";

    ward.post("/orders/" + id + "/renewals", body).statusCode(428);
    ward.post("/orders/" + id + "/renewals", order.header("ETag"), "{}").statusCode(400);
    ward.post("/orders/" + id + "/renewals", order.header("ETag"), body)
        .statusCode(200)
        .body("current.number", equalTo(2))
        .body("current.mgPerDay", equalTo(50))
        .body("current.refills", equalTo(2));
    ward.get("/orders/" + id + "/versions").body("$", hasSize(2));
    assertThat(TestEvents.announced(MedicationChanged.class, UUID.fromString(id)))
        .extracting(MedicationChanged::change)
        .containsExactly("RENEWED");
  }

  @Test
  void aRenewalRunsThroughEveryCheckAgain() {
    var ward = MedicationFixture.admitted();
    var order = ward.post("/orders", ward.order(SERTRALINE, "50", "")).extract();
    ward.post("/patients/" + ward.patient + "/allergies", "{\"substance\":\"sertraline\"}")
        .statusCode(201);

    ward.post(
            "/orders/" + order.path("orderId") + "/renewals",
            order.header("ETag"),
            "{\"supply\":{\"days\":30}}")
        .statusCode(422)
        .body("type", endsWith("contraindicated-medication-stops"));
    ward.get("/orders/" + order.path("orderId") + "/versions").body("$", hasSize(1));
  }

  @Test
  void aRenewalIsNoChangeOfDoseThatAsksForANewLevel() {
    var ward = MedicationFixture.admitted();
    String start = "\"startsOn\":\"" + TODAY.minusDays(200) + "\"";
    var order = ward.post("/orders", ward.order("6448", "900", start)).extract();

    ward.post(
            "/orders/" + order.path("orderId") + "/renewals",
            order.header("ETag"),
            "{\"supply\":{\"days\":30}}")
        .statusCode(200);

    ward.get("/patients/" + ward.patient + "/monitoring")
        .body(
            "items.find { it.test == 'serum lithium' }.dueOn",
            org.hamcrest.Matchers.lessThan(TODAY.toString()));
  }

  @Test
  void aControlledSubstanceIsNotRenewedEarlyWithoutAReason() {
    var ward = queried();
    String supply = "\"supply\":{\"days\":30},\"startsOn\":\"%s\"";
    var order =
        ward.post("/orders", ward.order(LORAZEPAM, "2", supply.formatted(TODAY.minusDays(20))))
            .statusCode(201)
            .extract();
    String path = "/orders/" + order.path("orderId") + "/renewals";

    ward.post(path, order.header("ETag"), "{\"supply\":{\"days\":30}}")
        .statusCode(422)
        .body("type", endsWith("renewal-is-not-early"));
    ward.post(
            path,
            order.header("ETag"),
            "{\"supply\":{\"days\":30},\"startsOn\":\"" + TODAY.plusDays(6) + "\"}")
        .statusCode(200);
    ward.post(path, "\"1\"", "{\"supply\":{\"days\":7,\"earlyReason\":\"LOST\"}}")
        .statusCode(200)
        .body("current.earlyReason", equalTo("LOST"));
  }

  @Test
  void refillsOfScheduleFourEndWithinSixMonths() {
    var ward = queried();

    ward.post("/orders", ward.order(LORAZEPAM, "2", "\"supply\":{\"days\":40,\"refills\":5}"))
        .statusCode(422)
        .body("type", endsWith("refills-end-within-six-months"));
    ward.post("/orders", ward.order(LORAZEPAM, "2", "\"supply\":{\"days\":30,\"refills\":5}"))
        .statusCode(201);
  }

  @Test
  void renewalsOfScheduleTwoTogetherEndAtNinetyDays() {
    var ward = queried();
    var order =
        ward.post("/orders", ward.order(METHYLPHENIDATE, "20", "\"supply\":{\"days\":60}"))
            .statusCode(201)
            .extract();

    ward.post(
            "/orders/" + order.path("orderId") + "/renewals",
            order.header("ETag"),
            "{\"supply\":{\"days\":31,\"earlyReason\":\"TRAVEL\"}}")
        .statusCode(422)
        .body("type", endsWith("schedule-two-supply-is-limited"));
  }

  @Test
  void onlyPrescribersRenewAndOnlyWhatIsActive() {
    var ward = MedicationFixture.admitted();
    var order = ward.post("/orders", ward.order(SERTRALINE, "50", "")).extract();
    String path = "/orders/" + order.path("orderId");
    String body = "{\"supply\":{\"days\":30}}";

    MedicationFixture.postAs(Tokens.staff("therapist", ward.prescriber), path + "/renewals", body)
        .statusCode(403);
    ward.post(path + "/hold", order.header("ETag"), "{\"reason\":\"SAFETY\"}").statusCode(200);
    ward.post(path + "/renewals", "\"1\"", body)
        .statusCode(409)
        .body("type", endsWith("order-is-active"));
    assertThat(
            TestEvents.announced(MedicationChanged.class, UUID.fromString(order.path("orderId"))))
        .extracting(MedicationChanged::change)
        .containsExactly("HELD");
    ward.get("/patients/" + ward.patient + "/orders").body("items.status", hasItem("ON_HOLD"));
  }
}
