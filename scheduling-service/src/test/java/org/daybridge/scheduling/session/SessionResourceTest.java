package org.daybridge.scheduling.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.scheduling.Clinic.director;
import static org.daybridge.scheduling.Clinic.id;
import static org.daybridge.scheduling.Clinic.url;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionCancelled;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionScheduled;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.scheduling.Clinic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class SessionResourceTest {
  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  private Clinic clinic;

  @BeforeEach
  void openClinic() {
    clinic = new Clinic();
  }

  @Test
  void aPlannedSessionIsAnnouncedWithItsFacilitators() {
    UUID session = clinic.plan(TOMORROW, 12);

    assertThat(TestEvents.announced(SessionScheduled.class, session))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.zone()).isEqualTo("America/New_York");
              assertThat(event.facilitators()).hasSize(1);
            });
  }

  @Test
  void aRoomIsNeverInTwoSessionsAtOnce() {
    clinic.staff(clinic.therapistCode + "-b", LocalDate.now(Clinic.ZONE).plusYears(1));
    clinic.plan(TOMORROW, 12);
    var body = clinic.session(TOMORROW.plusSeconds(1800), 12);
    body.put("facilitators", List.of(clinic.therapistCode + "-b"));

    director()
        .body(body)
        .post(url("/sessions"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/room-double-booked"));
  }

  @Test
  void aClinicianIsNeverInTwoSessionsAtOnce() {
    clinic.room("room-2", 20);
    clinic.plan(TOMORROW, 12);
    var body = clinic.session(TOMORROW.plusSeconds(1800), 12);
    body.put("room", "room-2");

    director()
        .body(body)
        .post(url("/sessions"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/clinician-double-booked"));
  }

  @Test
  void thirteenSeatsAreMoreThanOneFacilitatorMayLead() {
    director()
        .body(clinic.session(TOMORROW, 13))
        .post(url("/sessions"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/capacity-within-limit"));
  }

  @Test
  void anExpiredLicenseIsNotPlannedFor() {
    String code = clinic.therapistCode + "-x";
    clinic.staff(code, LocalDate.now(Clinic.ZONE));
    var body = clinic.session(Instant.now().plus(Duration.ofDays(3)), 12);
    body.put("facilitators", List.of(code));

    director()
        .body(body)
        .post(url("/sessions"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/license-expired"));
  }

  @Test
  void aTimeWithoutOffsetAndAPastTimeAreRefused() {
    var body = clinic.session(TOMORROW, 12);
    body.put("startsAt", "2027-03-02T09:00:00");
    director().body(body).post(url("/sessions")).then().statusCode(400);
    director()
        .body(clinic.session(Instant.now().minusSeconds(60), 12))
        .post(url("/sessions"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/session-planned-ahead"));
  }

  @Test
  void cancellingNeedsTheVersionAndIsAnnouncedOnce() {
    Response planned = director().body(clinic.session(TOMORROW, 12)).post(url("/sessions"));
    UUID session = id(planned);
    String path = url("/sessions/" + session + "/cancellation");
    var why = Map.of("reason", "storm");

    assertThat(director().body(why).post(path).statusCode()).isEqualTo(428);
    Response cancelled = director().header("If-Match", planned.header("ETag")).body(why).post(path);
    Response again = director().header("If-Match", cancelled.header("ETag")).body(why).post(path);

    assertThat(cancelled.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(TestEvents.announced(SessionCancelled.class, session)).hasSize(1);
  }

  @Test
  void aCancelledSessionFreesItsRoomAndItsPeople() {
    Response planned = director().body(clinic.session(TOMORROW, 12)).post(url("/sessions"));
    director()
        .header("If-Match", planned.header("ETag"))
        .body(Map.of("reason", "storm"))
        .post(url("/sessions/" + id(planned) + "/cancellation"));

    assertThat(clinic.plan(TOMORROW, 12)).isNotNull();
  }

  @Test
  void aSessionMovesWithItsSeats() {
    Response planned = director().body(clinic.session(TOMORROW, 12)).post(url("/sessions"));
    var patient = clinic.admit();
    director()
        .body(Map.of("patientId", patient.toString()))
        .post(url("/sessions/" + id(planned) + "/enrollments"));
    Instant later = TOMORROW.plusSeconds(7200);

    director()
        .header("If-Match", planned.header("ETag"))
        .body(Map.of("startsAt", later.toString(), "endsAt", later.plusSeconds(3600).toString()))
        .put(url("/sessions/" + id(planned) + "/schedule"))
        .then()
        .statusCode(200);

    UUID atTheOldTime = clinic.plan(TOMORROW, 12);
    director()
        .body(Map.of("patientId", patient.toString()))
        .post(url("/sessions/" + atTheOldTime + "/enrollments"))
        .then()
        .statusCode(201);
    assertThat(TestEvents.announced(SessionScheduled.class, id(planned))).hasSize(2);
  }

  @Test
  void theCalendarIsListedByTimeAndSite() {
    UUID session = clinic.plan(TOMORROW, 12);

    director()
        .get(url("/sessions?site=" + clinic.siteId + "&staff=" + clinic.therapist))
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items.id", hasItem(session.toString()))
        .body("items[0].state", equalTo("PLANNED"));
  }
}
