package org.daybridge.scheduling.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daybridge.scheduling.Clinic.director;
import static org.daybridge.scheduling.Clinic.id;
import static org.daybridge.scheduling.Clinic.url;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.OutcomesEvent.RiskAlertRaised;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.timer.ServiceClock;
import org.daybridge.scheduling.Clinic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class OutreachResourceTest {
  @Inject ServiceClock clock;

  private Clinic clinic;
  private Instant start;
  private UUID session;

  @BeforeEach
  void planASession() {
    clinic = new Clinic();
    start = Instant.now().plus(Duration.ofHours(40));
    session = clinic.plan(start, 12);
  }

  @AfterEach
  void backToNow() {
    clock.show(Instant.now());
  }

  @Test
  void whoeverHasNotComeIsOnTheListWhenTheWaitIsOver() {
    PatientId missing = enrolled();
    PatientId present = enrolled();
    PatientId atRisk = enrolled();
    TestEvents.publish(
        new RiskAlertRaised(
            new RiskCaseId(Ids.next()), atRisk, null, "HIGH", "PHQ9", start, start));
    clock.show(start);
    checkIn(present);

    clock.show(start.plusSeconds(15 * 60 + 1));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(mine(missing)).hasSize(1));

    assertThat(mine(present)).isEmpty();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(mine(atRisk).getFirst()).containsEntry("urgent", true));
    assertThat(mine(missing).getFirst()).containsEntry("urgent", false);
    record(missing);
    checkIn(atRisk);
    assertThat(mine(atRisk)).isEmpty();
    director()
        .get(url("/outreach/summary?from=" + start + "&to=" + start.plusSeconds(3600)))
        .then()
        .statusCode(200);
  }

  private void record(PatientId missing) {
    String path = url("/outreach/" + mine(missing).getFirst().get("id"));
    String etag = director().get(path).header("ETag");
    director()
        .header("If-Match", etag)
        .body(Map.of("channel", "PHONE", "result", "REACHED"))
        .post(path + "/attempts")
        .then()
        .statusCode(422)
        .body("type", endsWith("/reached-says-why"));
    director()
        .header("If-Match", etag)
        .body(
            Map.of(
                "channel",
                "PHONE",
                "result",
                "REACHED",
                "reason",
                "overslept",
                "nextStep",
                "comes-tomorrow"))
        .post(path + "/attempts")
        .then()
        .statusCode(201)
        .body("outcome", equalTo("REACHED"));
    assertThat(mine(missing)).isEmpty();
  }

  @Test
  void aSlotSaysWhyItIsNotOffered() {
    PatientId patient = clinic.admit();
    var local = start.atZone(Clinic.ZONE);
    slots(patient).then().statusCode(200).body("offered.session.id", hasItem(session.toString()));

    director()
        .body(
            Map.of(
                "blocks",
                List.of(
                    Map.of(
                        "kind",
                        "WORK",
                        "hard",
                        true,
                        "day",
                        local.getDayOfWeek().name(),
                        "from",
                        "00:00",
                        "to",
                        "23:59",
                        "validFrom",
                        "2020-01-01"))))
        .put(url("/patients/" + patient + "/obligations"))
        .then()
        .statusCode(200);

    slots(patient).then().body("notOffered.because.flatten()", hasItem("obligation-free"));
    director()
        .body(Map.of("patientId", patient.toString()))
        .post(url("/sessions/" + session + "/enrollments"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/obligation-free"));
  }

  @Test
  void aPairThatMustNotMeetDoesNotShareASession() {
    PatientId one = enrolled();
    PatientId other = clinic.admit();
    director()
        .body(Map.of("otherPatientId", one.toString()))
        .post(url("/patients/" + other + "/no-contacts"))
        .then()
        .statusCode(204);

    director()
        .body(Map.of("patientId", other.toString()))
        .post(url("/sessions/" + session + "/enrollments"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/no-contact"));
  }

  private io.restassured.response.Response slots(PatientId patient) {
    return director()
        .get(
            url(
                "/patients/"
                    + patient
                    + "/slots?from="
                    + start.minusSeconds(60)
                    + "&to="
                    + start.plusSeconds(60)));
  }

  private void checkIn(PatientId patient) {
    clinic
        .therapist()
        .body(Map.of("attendees", List.of(Map.of("patientId", patient.toString()))))
        .post(url("/sessions/" + session + "/check-ins"))
        .then()
        .statusCode(201);
  }

  private PatientId enrolled() {
    PatientId patient = clinic.admit();
    UUID _ =
        id(
            director()
                .body(Map.of("patientId", patient.toString()))
                .post(url("/sessions/" + session + "/enrollments")));
    return patient;
  }

  private List<Map<String, Object>> mine(PatientId patient) {
    List<Map<String, Object>> items = director().get(url("/outreach?limit=200")).path("items");
    return items.stream().filter(item -> patient.toString().equals(item.get("patientId"))).toList();
  }
}
