package org.daybridge.medication.supply.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daybridge.contract.medication.MedicationEvent.SupplyGapFound;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class SupplyResourceTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private static String fill(LocalDate on, int days) {
    return "{\"filledOn\":\"%s\",\"days\":%d,\"source\":\"PHARMACY\"}".formatted(on, days);
  }

  private static String order(MedicationFixture ward, String more) {
    return ward.post("/orders", ward.order("36437", "50", more))
        .statusCode(201)
        .extract()
        .path("orderId");
  }

  @Test
  void aFillBeyondTheRefillsIsKeptAndMarked() {
    var ward = MedicationFixture.admitted();
    String path = "/orders/" + order(ward, "\"supply\":{\"days\":10,\"refills\":0}");

    ward.post(path + "/fills", fill(TODAY.minusDays(12), 10))
        .statusCode(201)
        .body("fillsLeft", equalTo(0));
    ward.post(path + "/fills", fill(TODAY.minusDays(2), 10))
        .statusCode(201)
        .body("fills.beyondRefills", contains(false, true));
    ward.get(path + "/supply")
        .statusCode(200)
        .body("suppliedTo", equalTo(TODAY.plusDays(7).toString()))
        .body("gaps.size()", equalTo(0));
  }

  @Test
  void daysCoveredComeFromTheFillsWhereThereAreAny() {
    var ward = MedicationFixture.admitted();
    String path = "/orders/" + order(ward, "\"supply\":{\"days\":90}");
    ward.post(path + "/fills", fill(TODAY.minusDays(19), 10)).statusCode(201);

    ward.get("/patients/" + ward.patient + "/days-covered")
        .body("drugs[0].days.daysCovered", equalTo(10))
        .body("drugs[0].adherent", equalTo(false));
  }

  @Test
  void aGapIsAnnouncedOnceItsGraceIsOver() {
    var ward = MedicationFixture.admitted();
    String id = order(ward, "");

    ward.post("/orders/" + id + "/fills", fill(TODAY.minusDays(20), 10)).statusCode(201);

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(TestEvents.announced(SupplyGapFound.class, UUID.fromString(id)))
                    .singleElement()
                    .extracting(SupplyGapFound::suppliedTo)
                    .isEqualTo(TODAY.minusDays(11)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 367})
  void aFillLastsSomeDays(int days) {
    var ward = MedicationFixture.admitted();

    ward.post("/orders/" + order(ward, "") + "/fills", fill(TODAY, days)).statusCode(400);
  }

  @Test
  void aFillIsNotInTheFutureAndNotForStrangers() {
    var ward = MedicationFixture.admitted();
    String id = order(ward, "");

    ward.post("/orders/" + id + "/fills", fill(TODAY.plusDays(2), 10))
        .statusCode(422)
        .body("type", endsWith("report-is-not-in-the-future"));
    MedicationFixture.postAs(
            Tokens.staff("prescriber", UUID.randomUUID()),
            "/orders/" + id + "/fills",
            fill(TODAY, 10))
        .statusCode(404);
  }
}
