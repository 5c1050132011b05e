package org.daybridge.scheduling.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.scheduling.Clinic.as;
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
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.records.RecordsEvent.ProgressNoteSigned;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.kit.timer.ServiceClock;
import org.daybridge.scheduling.Clinic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AttendanceResourceTest {
  @Inject ServiceClock clock;

  private Clinic clinic;
  private Instant start;
  private Response planned;
  private UUID session;

  @BeforeEach
  void planASession() {
    clinic = new Clinic();
    start = Instant.now().plus(Duration.ofHours(30));
    planned = director().body(clinic.session(start, 12)).post(url("/sessions"));
    session = id(planned);
  }

  @AfterEach
  void backToNow() {
    clock.show(Instant.now());
  }

  @Test
  void aWholeGroupIsCheckedInByOneCallAndClosedByOneAttestation() {
    List<PatientId> group = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      group.add(enrolled());
    }
    clock.show(start);
    String etag = begin();
    checkIn(group.subList(0, 10)).then().statusCode(201).body("people", hasSize(10));

    clock.show(start.plusSeconds(3600));
    Response closed =
        clinic
            .therapist()
            .header("If-Match", etag)
            .body(
                Map.of(
                    "endedAt",
                    start.plusSeconds(3600).toString(),
                    "exceptions",
                    List.of(
                        Map.of(
                            "patientId",
                            group.get(0).toString(),
                            "leftAt",
                            start.plusSeconds(1800).toString()),
                        Map.of(
                            "patientId",
                            group.get(11).toString(),
                            "absence",
                            "EXCUSED",
                            "reason",
                            "illness"))))
            .post(url("/sessions/" + session + "/closure"));

    assertThat(closed.statusCode()).isEqualTo(201);
    assertThat(person(closed, group.get(0))).containsEntry("status", "PARTIAL");
    assertThat(person(closed, group.get(0))).containsEntry("minutes", 30);
    assertThat(person(closed, group.get(1))).containsEntry("status", "PRESENT");
    assertThat(person(closed, group.get(1))).containsEntry("minutes", 60);
    assertThat(person(closed, group.get(10))).containsEntry("status", "NO_SHOW");
    assertThat(person(closed, group.get(11))).containsEntry("status", "EXCUSED");
    assertThat(TestEvents.announced(SessionAttended.class, attendance(closed, group.get(1))))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.minutes()).isEqualTo(60);
              assertThat(event.clinical()).isTrue();
              assertThat(event.patientId()).isEqualTo(group.get(1));
            });
    assertThat(TestEvents.announced(SessionMissed.class, attendance(closed, group.get(10))))
        .singleElement()
        .satisfies(event -> assertThat(event.status()).isEqualTo("NO_SHOW"));
  }

  @Test
  void theThirteenthPersonAndTheWalkInAreRecordedWithTheRuleTheyBreak() {
    List<PatientId> group = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      group.add(enrolled());
    }
    PatientId walkIn = clinic.admit();
    clock.show(start);
    checkIn(group);

    Response recorded = checkIn(List.of(walkIn));

    assertThat(recorded.statusCode()).isEqualTo(201);
    assertThat(person(recorded, walkIn))
        .containsEntry("brokenRules", List.of("attendee-on-roster", "group-full"));
  }

  @Test
  void aMissingCheckOutStaysOpen() {
    PatientId patient = enrolled();
    clock.show(start);

    Response recorded = checkIn(List.of(patient));

    assertThat(person(recorded, patient)).containsEntry("open", true).containsEntry("minutes", 0);
  }

  @Test
  void aCorrectionAfterTheClosureIsAnnouncedAnew() {
    PatientId patient = enrolled();
    clock.show(start);
    String etag = begin();
    checkIn(List.of(patient));
    clock.show(start.plusSeconds(3600));
    Response closed = close(etag);
    UUID attendance = attendance(closed, patient);

    clinic
        .therapist()
        .body(
            Map.of(
                "kind",
                "CORRECTED",
                "reason",
                "wrong-person",
                "presences",
                List.of(
                    Map.of("from", start.toString(), "to", start.plusSeconds(1800).toString()))))
        .post(url("/sessions/" + session + "/attendance/" + patient + "/facts"))
        .then()
        .statusCode(201)
        .body("people[0].minutes", equalTo(30));

    assertThat(TestEvents.announced(SessionAttended.class, attendance))
        .extracting(SessionAttended::minutes)
        .containsExactly(60, 30);
  }

  @Test
  void nothingIsRecordedBeforeItHasHappened() {
    PatientId patient = enrolled();

    fact(patient, Map.of("kind", "CHECKED_IN", "at", start.toString()))
        .then()
        .statusCode(422)
        .body("type", endsWith("/attendance-not-in-future"));
    clock.show(start.plusSeconds(14 * 60));
    fact(patient, Map.of("kind", "MARKED", "absence", "NO_SHOW"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/no-show-after-waiting"));
    fact(patient, Map.of("kind", "MARKED", "absence", "EXCUSED"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/excused-needs-reason"));
  }

  @Test
  void anUnknownPersonIsNotFound() {
    clock.show(start);

    assertThat(checkIn(List.of(new PatientId(Ids.next()))).statusCode()).isEqualTo(404);
  }

  @Test
  void aSessionThatWasCancelledAndTookPlaceAllTheSameIsRecorded() {
    PatientId patient = enrolled();
    Response cancelled =
        director()
            .header("If-Match", planned.header("ETag"))
            .body(Map.of("reason", "storm"))
            .post(url("/sessions/" + session + "/cancellation"));
    clock.show(start);

    clinic
        .therapist()
        .header("If-Match", cancelled.header("ETag"))
        .body(Map.of())
        .post(url("/sessions/" + session + "/start"))
        .then()
        .statusCode(200)
        .body("brokenRules", hasItem("session-cancelled"));
    assertThat(person(checkIn(List.of(patient)), patient))
        .containsEntry("brokenRules", List.of("attendee-on-roster", "session-cancelled"));
  }

  @Test
  void cancellingLateIsALateCancellation() {
    PatientId inTime = enrolled();
    PatientId late = enrolled();

    giveUp(inTime).then().statusCode(200).body("absence", equalTo("CANCELLED_BY_PATIENT"));
    clock.show(start.minus(Duration.ofHours(23)));
    giveUp(late).then().statusCode(200).body("absence", equalTo("LATE_CANCEL"));
  }

  @Test
  void thoseWhoRunTheSessionSeeItsRosterADayBeforeAndOthersDoNot() {
    enrolled();
    String other = Tokens.staff("therapist", UUID.randomUUID());
    clinic.therapist().get(url(rosterPath())).then().statusCode(200).body("people", hasSize(0));

    clock.show(start.minus(Duration.ofHours(20)));
    PatientId near = enrolled();

    clinic
        .therapist()
        .get(url(rosterPath()))
        .then()
        .body("people.patientId", hasItem(near.toString()));
    as(other).get(url(rosterPath())).then().statusCode(200).body("people", hasSize(0));
  }

  @Test
  void theLedgerShowsWhatWasAttendedDocumentedAndMissing() {
    PatientId patient = enrolled();
    clock.show(start);
    String etag = begin();
    checkIn(List.of(patient));
    clock.show(start.plusSeconds(3600));
    close(etag);

    ledger(patient)
        .then()
        .statusCode(200)
        .body("attended", equalTo(60))
        .body("documented", equalTo(0))
        .body("minimum", equalTo(540))
        .body("under", equalTo(1200))
        .body("differences.rule", hasItem("note-unsigned"));
    TestEvents.publish(
        new ProgressNoteSigned(
            new NoteId(Ids.next()),
            patient,
            null,
            new SessionId(session),
            "progress",
            60,
            List.of(),
            start.plusSeconds(3700),
            "hash"));
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> ledger(patient).then().body("documented", equalTo(60)));
    ledger(patient)
        .then()
        .body("billable", equalTo(0))
        .body("days[0].billing.kind", equalTo("COMPONENTS"))
        .body("differences.rule", hasItem("program-day-minutes"));
  }

  @Test
  void aPatientChecksInWithTheCodeOnTheWall() {
    PatientId patient = enrolled();
    clock.show(start);
    String code =
        clinic.therapist().post(url("/sessions/" + session + "/check-in-code")).path("code");
    String wrong = "000000".equals(code) ? "000001" : "000000";
    String token = Tokens.patient(patient.value());
    String path = url("/sessions/" + session + "/self-check-in");

    as(token)
        .body(Map.of("code", wrong))
        .post(path)
        .then()
        .statusCode(422)
        .body("type", endsWith("/check-in-code-valid"));
    as(token)
        .body(Map.of("code", code))
        .post(path)
        .then()
        .statusCode(201)
        .body("open", equalTo(true));
    clock.show(start.plusSeconds(16 * 60));
    as(token).body(Map.of("code", code)).post(path).then().statusCode(422);
  }

  @Test
  void theFrontDeskSeesTheDay() {
    PatientId here = enrolled();
    PatientId missing = enrolled();
    clock.show(start);
    checkIn(List.of(here));
    var day = start.atZone(Clinic.ZONE).toLocalDate();

    List<Map<String, Object>> arrivals =
        director().get(url("/sites/" + clinic.site + "/arrivals?date=" + day)).path("arrivals");

    assertThat(arrivals).hasSize(2);
    assertThat(arrivals)
        .anySatisfy(
            one ->
                assertThat(one)
                    .containsEntry("patientId", here.toString())
                    .containsEntry("status", "PRESENT"));
    assertThat(arrivals)
        .anySatisfy(
            one ->
                assertThat(one)
                    .containsEntry("patientId", missing.toString())
                    .containsEntry("status", "EXPECTED"));
  }

  @Test
  void aStrangerDoesNotReadALedger() {
    PatientId patient = clinic.admit();
    String stranger = Tokens.staff("therapist", UUID.randomUUID());

    as(stranger).get(url("/patients/" + patient + "/ledger")).then().statusCode(404);
  }

  private String rosterPath() {
    return "/sessions/" + session + "/roster";
  }

  private Response ledger(PatientId patient) {
    var day = start.atZone(Clinic.ZONE).toLocalDate();
    return director().get(url("/patients/" + patient + "/ledger?weekOf=" + day));
  }

  private PatientId enrolled() {
    PatientId patient = clinic.admit();
    seat(patient);
    return patient;
  }

  private UUID seat(PatientId patient) {
    return id(
        director()
            .body(Map.of("patientId", patient.toString()))
            .post(url("/sessions/" + session + "/enrollments")));
  }

  private Response giveUp(PatientId patient) {
    List<Map<String, Object>> items =
        director().get(url("/patients/" + patient + "/sessions")).path("items");
    return director()
        .body(Map.of("by", "PATIENT", "reason", "illness"))
        .post(
            url(
                "/sessions/"
                    + session
                    + "/enrollments/"
                    + items.getFirst().get("enrollmentId")
                    + "/cancellation"));
  }

  private String begin() {
    return clinic
        .therapist()
        .header("If-Match", planned.header("ETag"))
        .body(Map.of())
        .post(url("/sessions/" + session + "/start"))
        .header("ETag");
  }

  private Response close(String etag) {
    return clinic
        .therapist()
        .header("If-Match", etag)
        .body(Map.of("endedAt", start.plusSeconds(3600).toString()))
        .post(url("/sessions/" + session + "/closure"));
  }

  private Response checkIn(List<PatientId> people) {
    var attendees = people.stream().map(one -> Map.of("patientId", one.toString())).toList();
    return clinic
        .therapist()
        .body(Map.of("attendees", attendees))
        .post(url("/sessions/" + session + "/check-ins"));
  }

  private Response fact(PatientId patient, Map<String, Object> body) {
    return clinic
        .therapist()
        .body(new HashMap<>(body))
        .post(url("/sessions/" + session + "/attendance/" + patient + "/facts"));
  }

  private static Map<String, Object> person(Response answer, PatientId patient) {
    List<Map<String, Object>> people = answer.path("people");
    return people.stream()
        .filter(one -> patient.toString().equals(one.get("patientId")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(answer.asString()));
  }

  private static UUID attendance(Response answer, PatientId patient) {
    return UUID.fromString((String) person(answer, patient).get("attendanceId"));
  }
}
