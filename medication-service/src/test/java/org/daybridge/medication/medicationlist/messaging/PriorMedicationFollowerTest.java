package org.daybridge.medication.medicationlist.messaging;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.IntakeEvent.PriorMedicationReported;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.ReportedItemId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class PriorMedicationFollowerTest {
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

  private static UUID report(UUID patient, String kind, String system, String code) {
    var item = Ids.next();
    TestEvents.publish(
        new PriorMedicationReported(
            new ReportedItemId(item),
            new PatientId(patient),
            new ReferralId(Ids.next()),
            kind,
            system,
            code,
            kind.equals("allergy") ? "high" : null));
    String table = kind.equals("allergy") ? "allergy" : "listed_medication";
    MedicationFixture.awaitRow(
        "select 1 from " + table + " where reported_item_id = '" + item + "'");
    return item;
  }

  @Test
  void reportedMedicationsStandOnTheListAndWaitForReconciliation() {
    var ward = MedicationFixture.admitted();
    var coded = report(ward.patient, "medication", RXNORM, "8123");
    var uncoded = report(ward.patient, "medication", null, null);

    ward.get("/patients/" + ward.patient + "/medications")
        .statusCode(200)
        .body(
            "items.find { it.reportedItemId == '%s' }.ingredient".formatted(coded),
            equalTo("phenelzine"))
        .body("items.find { it.reportedItemId == '%s' }.rxcui".formatted(uncoded), nullValue());
    String item =
        ward.get("/patients/" + ward.patient + "/reconciliation-items?open=true")
            .body("items", hasSize(2))
            .body("items.coded", contains(true, false))
            .extract()
            .path("items[1].itemId");

    ward.post("/reconciliation-items/" + item + "/decision", "\"0\"", "{\"decision\":\"CONTINUE\"}")
        .statusCode(200)
        .body("decision", equalTo("CONTINUE"));
    ward.post("/reconciliation-items/" + item + "/decision", "\"1\"", "{\"decision\":\"STOP\"}")
        .statusCode(409)
        .body("type", endsWith("item-is-open"));
    ward.get("/patients/" + ward.patient + "/reconciliation-items?open=true")
        .body("items", hasSize(1));
  }

  @Test
  void aReportedMedicationStopsAnOrderThatDoesNotGoWithIt() {
    var ward = MedicationFixture.admitted();
    report(ward.patient, "medication", RXNORM, "8123");

    ward.post("/orders", ward.order("36437", "50", ""))
        .statusCode(422)
        .body("type", endsWith("contraindicated-medication-stops"));
  }

  @Test
  void aReportedAllergyStopsAnOrder() {
    var ward = MedicationFixture.admitted();
    report(ward.patient, "allergy", RXNORM, "36437");

    ward.get("/patients/" + ward.patient + "/allergies")
        .body("items.code", hasItem("36437"))
        .body("items[0].criticality", equalTo("HIGH"));
    ward.post("/orders", ward.order("36437", "50", ""))
        .statusCode(422)
        .body("type", endsWith("contraindicated-medication-stops"));
  }

  @Test
  void whatCouldNotBeCheckedIsNamed() {
    var ward = MedicationFixture.admitted();
    report(ward.patient, "medication", null, null);
    report(ward.patient, "medication", RXNORM, "1091392");

    ward.post(
            "/patients/" + ward.patient + "/safety-checks",
            "{\"medications\":[{\"name\":\"lithium\"}]}")
        .statusCode(200)
        .body("unchecked", hasSize(2))
        .body("unchecked.rxcui", hasItem("1091392"));
  }

  @Test
  void aDischargeEndsTheOrdersOfItsEpisode() {
    var ward = MedicationFixture.admitted();
    String id = ward.post("/orders", ward.order("36437", "50", "")).extract().path("orderId");

    TestEvents.publish(
        new PatientDischarged(
            new EpisodeId(ward.episode),
            new PatientId(ward.patient),
            Instant.now(),
            "COMPLETED",
            true,
            null),
        Ids.next(),
        2);
    MedicationFixture.awaitRow(
        "select 1 from medication_order where order_id = '" + id + "' and status = 'STOPPED'");

    ward.get("/orders/" + id).body("statusReason", equalTo("DISCHARGED"));
    ward.post("/orders", ward.order("36437", "50", ""))
        .statusCode(409)
        .body("type", endsWith("patient-is-in-treatment"));
  }

  @Test
  void recordingWhatIsTakenIsNeverRefusedOnlyFlagged() {
    var ward = MedicationFixture.admitted();
    ward.post("/orders", ward.order("36437", "50", "")).statusCode(201);

    ward.post(
            "/patients/" + ward.patient + "/medications",
            "{\"name\":\"tramadol\",\"source\":\"ELSEWHERE\"}")
        .statusCode(201)
        .body("flags.ruleId", hasItem("DDI-083"));
    ward.post("/patients/" + ward.patient + "/medications", "{\"name\":\"some herbal tea\"}")
        .statusCode(201)
        .body("medication.ingredient", nullValue());
  }
}
