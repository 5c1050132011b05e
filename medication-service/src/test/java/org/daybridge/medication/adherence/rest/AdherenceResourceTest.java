package org.daybridge.medication.adherence.rest;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class AdherenceResourceTest {
  private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

  @Test
  void aPatientTellsWhatBecameOfTheDoses() {
    var ward = MedicationFixture.admitted();
    TestGrants.self(ward.patient);
    TestGrants.grant(
        ward.patient,
        ward.patient,
        org.daybridge.contract.intake.GrantKind.SELF,
        "TREAT",
        119,
        true);
    String path = "/patients/" + ward.patient + "/adherence-reports";

    MedicationFixture.postAs(
            Tokens.patient(ward.patient),
            path,
            "{\"coversFrom\":\"%s\",\"taken\":\"SOME\",\"source\":\"OBSERVED\",\"barriers\":[\"FORGOT\"]}"
                .formatted(YESTERDAY))
        .statusCode(201)
        .body("source", equalTo("PATIENT"));
    ward.get(path).statusCode(200).body("items.taken", hasItem("SOME"));
  }

  @Test
  void tomorrowCanNotBeReported() {
    var ward = MedicationFixture.admitted();

    ward.post(
            "/patients/" + ward.patient + "/adherence-reports",
            "{\"coversFrom\":\"%s\",\"taken\":\"ALL\"}".formatted(YESTERDAY.plusDays(3)))
        .statusCode(422)
        .body("type", endsWith("report-is-not-in-the-future"));
  }

  @Test
  void aDoseAfterTheStopIsKeptAndMarked() {
    var ward = MedicationFixture.admitted();
    var order = ward.post("/orders", ward.order("36437", "50", "")).extract();
    ward.post(
        "/orders/" + order.path("orderId") + "/stop",
        order.header("ETag"),
        "{\"reason\":\"PATIENT_WISH\",\"tapered\":false}");

    ward.post(
            "/patients/" + ward.patient + "/adherence-reports",
            "{\"orderId\":\"%s\",\"coversFrom\":\"%s\",\"taken\":\"ALL\"}"
                .formatted((String) order.path("orderId"), YESTERDAY))
        .statusCode(201)
        .body("afterStop", equalTo(false));
  }

  @Test
  void aConcernStandsUntilAPrescriberAnswers() {
    var ward = MedicationFixture.admitted();
    var therapist = UUID.randomUUID();
    TestGrants.careTeam(therapist, ward.patient);

    String id =
        MedicationFixture.postAs(
                Tokens.staff("therapist", therapist),
                "/patients/" + ward.patient + "/adherence-concerns",
                "{\"observation\":\"says the tablets run out early\",\"barrier\":\"RAN_OUT\"}")
            .statusCode(201)
            .extract()
            .path("concernId");
    ward.get("/adherence-concerns").body("items.concernId", hasItem(id));
    ward.post("/adherence-concerns/" + id + "/answer", "\"0\"", "{\"answer\":\"supply extended\"}")
        .statusCode(200);
    ward.post("/adherence-concerns/" + id + "/answer", "\"1\"", "{\"answer\":\"again\"}")
        .statusCode(409)
        .body("type", endsWith("concern-is-open"));
    ward.get("/adherence-concerns").body("items", hasSize(0));
  }

  @Test
  void daysCoveredComeFromTheOrderedSupply() {
    var ward = MedicationFixture.admitted();
    ward.post("/orders", ward.order("36437", "50", "\"supply\":{\"days\":30}")).statusCode(201);

    ward.get("/patients/" + ward.patient + "/days-covered")
        .statusCode(200)
        .body("drugs[0].drug", equalTo("sertraline"))
        .body("drugs[0].pdc", equalTo(1.0f))
        .body("drugs[0].adherent", equalTo(true));
  }
}
