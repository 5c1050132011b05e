package org.daybridge.medication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.medication.MedicationEvent.AdherenceConcernRaised;
import org.daybridge.contract.medication.MedicationEvent.AdherenceReported;
import org.daybridge.contract.medication.MedicationEvent.MedicationAppointmentRequested;
import org.daybridge.contract.medication.MedicationEvent.MedicationEducationCompleted;
import org.daybridge.contract.medication.MedicationEvent.PdmpChecked;
import org.daybridge.contract.medication.MedicationEvent.SideEffectReported;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others follow is told with the change, by ids, codes, dates and numbers. */
@QuarkusTest
@WithTestResource(TestPlatform.class)
class AnnouncementsTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private MedicationFixture ward;
  private String patient;

  @BeforeEach
  void admit() {
    ward = MedicationFixture.admitted();
    patient = "/patients/" + ward.patient;
  }

  private UUID made(String path, String body, String id) {
    return UUID.fromString(ward.post(path, body).statusCode(201).extract().path(id));
  }

  @Test
  void aSideEffectIsToldWithItsSeverityAndNotItsWords() {
    UUID id =
        made(patient + "/side-effects", "{\"symptom\":\"rash\",\"severity\":4}", "sideEffectId");

    assertThat(TestEvents.announced(SideEffectReported.class, id))
        .singleElement()
        .extracting(SideEffectReported::effectSeverity)
        .isEqualTo(4);
  }

  @Test
  void adherenceAndItsBarriersAreTold() {
    UUID report =
        made(
            patient + "/adherence-reports",
            "{\"coversFrom\":\"%s\",\"taken\":\"SOME\",\"barriers\":[\"COST\"]}"
                .formatted(TODAY.minusDays(1)),
            "reportId");
    UUID concern =
        made(
            patient + "/adherence-concerns",
            "{\"observation\":\"refuses\",\"barrier\":\"STIGMA\"}",
            "concernId");

    assertThat(TestEvents.announced(AdherenceReported.class, report))
        .singleElement()
        .extracting(AdherenceReported::taken, AdherenceReported::barriers)
        .containsExactly("SOME", List.of("COST"));
    assertThat(TestEvents.announced(AdherenceConcernRaised.class, concern))
        .singleElement()
        .extracting(AdherenceConcernRaised::barrier)
        .isEqualTo("STIGMA");
  }

  @Test
  void aQueryOfTheMonitoringProgramIsTold() {
    UUID id = made(patient + "/pdmp-queries", "{\"state\":\"PA\",\"reachable\":false}", "queryId");

    assertThat(TestEvents.announced(PdmpChecked.class, id))
        .singleElement()
        .extracting(PdmpChecked::reachable)
        .isEqualTo(false);
  }

  @Test
  void educationIsCompleteWithTheTeachBack() {
    UUID order = made("/orders", ward.order("36437", "50", ""), "orderId");
    String path = "/orders/" + order + "/education";
    UUID first = made(path, "{\"topics\":[\"purpose\"],\"teachBack\":false}", "talkId");
    UUID second = made(path, "{\"topics\":[\"purpose\"],\"teachBack\":true}", "talkId");

    assertThat(TestEvents.announced(MedicationEducationCompleted.class, first)).isEmpty();
    assertThat(TestEvents.announced(MedicationEducationCompleted.class, second)).hasSize(1);
  }

  @Test
  void aReconciliationIsToldWithItsLastItem() {
    made("/orders", ward.order("36437", "50", ""), "orderId");
    ward.post(patient + "/medications", "{\"name\":\"ibuprofen\"}").statusCode(201);
    List<String> items =
        ward.post(patient + "/reconciliations", "{\"occasion\":\"DISCHARGE\"}")
            .extract()
            .path("items.itemId");
    String decision = "{\"decision\":\"CONTINUE\"}";
    String told =
        "select 1 from outbox where type = 'MedicationReconciled' and patient_id = '%s'"
            .formatted(ward.patient);

    ward.post("/reconciliation-items/" + items.get(0) + "/decision", "\"0\"", decision)
        .statusCode(200);
    assertThat(TestPlatformRows.exist(told)).isFalse();
    ward.post("/reconciliation-items/" + items.get(1) + "/decision", "\"0\"", decision)
        .statusCode(200);
    assertThat(TestPlatformRows.exist(told)).isTrue();
    ward.post(patient + "/reconciliations", "{\"occasion\":\"DISCHARGE\"}")
        .body("items.size()", equalTo(0));
  }

  @Test
  void anAppointmentIsAskedForUntilADayAhead() {
    String path = patient + "/appointment-requests";
    String body = "{\"reason\":\"TITRATION\",\"wantedBy\":\"%s\"}";
    UUID id = made(path, body.formatted(TODAY.plusDays(7)), "requestId");

    assertThat(TestEvents.announced(MedicationAppointmentRequested.class, id))
        .singleElement()
        .extracting(MedicationAppointmentRequested::wantedBy)
        .isEqualTo(TODAY.plusDays(7));
    ward.post(path, body.formatted(TODAY.minusDays(2)))
        .statusCode(422)
        .body("type", endsWith("appointment-lies-ahead"));
    ward.get(path).body("items.size()", equalTo(1));
  }
}
