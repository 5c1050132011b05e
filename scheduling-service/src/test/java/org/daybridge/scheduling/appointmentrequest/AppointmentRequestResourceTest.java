package org.daybridge.scheduling.appointmentrequest;

import static org.awaitility.Awaitility.await;
import static org.daybridge.scheduling.Clinic.as;
import static org.daybridge.scheduling.Clinic.director;
import static org.daybridge.scheduling.Clinic.url;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.MedicationEvent.MedicationAppointmentRequested;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.scheduling.Clinic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a prescriber asked for stays in the desk's line until it has a seat or is not wanted. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AppointmentRequestResourceTest {
  private Clinic clinic;
  private PatientId patient;

  @BeforeEach
  void open() {
    clinic = new Clinic();
    patient = clinic.admit();
  }

  @Test
  void aRequestIsSettledByASeat() {
    UUID request = asked(3);
    UUID session =
        clinic.plan(Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.HOURS), 4);

    settle(request, Map.of("sessionId", session.toString()))
        .statusCode(422)
        .body("type", endsWith("/request-settled-by-a-seat"));
    director()
        .body(Map.of("patientId", patient.toString()))
        .post(url("/sessions/" + session + "/enrollments"))
        .then()
        .statusCode(201);
    settle(request, Map.of("sessionId", session.toString()))
        .statusCode(200)
        .body("outcome", equalTo("BOOKED"))
        .body("sessionId", equalTo(session.toString()));
    settle(request, Map.of())
        .statusCode(409)
        .body("type", endsWith("/appointment-request-is-open"));
    line().body("items.id", not(hasItem(request.toString())));
  }

  @Test
  void theSoonestWantedComesFirstAndOneThatIsNotWantedLeavesTheLine() {
    UUID later = asked(9);
    UUID sooner = asked(1);
    String ids = "items.findAll { it.patientId == '%s' }.id".formatted(patient);
    line().body(ids, equalTo(java.util.List.of(sooner.toString(), later.toString())));
    settle(sooner, Map.of()).statusCode(200).body("outcome", equalTo("NOT_WANTED"));
    line().body(ids, equalTo(java.util.List.of(later.toString())));
  }

  @Test
  void onlyTheDeskAndPrescribersSeeIt() {
    UUID request = asked(5);
    clinic.therapist().get(url("/appointment-requests")).then().statusCode(403);
    as(Tokens.staff("prescriber", Ids.next()))
        .get(url("/appointment-requests"))
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(request.toString())));
    settle(Ids.next(), Map.of()).statusCode(404);
    settle(request, Map.of("sessionId", "soon")).statusCode(400);
  }

  private UUID asked(int days) {
    UUID id = Ids.next();
    TestEvents.publish(
        new MedicationAppointmentRequested(
            new MedicationFactId(id),
            patient,
            "FOLLOW_UP",
            LocalDate.now(Clinic.ZONE).plusDays(days),
            Instant.now()));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> line().body("items.id", hasItem(id.toString())));
    return id;
  }

  private static ValidatableResponse settle(UUID request, Map<String, ?> body) {
    return director()
        .body(body)
        .post(url("/appointment-requests/" + request + "/settlement"))
        .then();
  }

  private static ValidatableResponse line() {
    return director().get(url("/appointment-requests?limit=200")).then().statusCode(200);
  }
}
