package org.daybridge.scheduling.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.scheduling.Clinic.as;
import static org.daybridge.scheduling.Clinic.director;
import static org.daybridge.scheduling.Clinic.id;
import static org.daybridge.scheduling.Clinic.url;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.scheduling.Clinic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class BookingResourceTest {
  private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

  private Clinic clinic;

  @BeforeEach
  void openClinic() {
    clinic = new Clinic();
  }

  @Test
  void fiftyBookingsRacingForOneSeatGiveOneSeat() throws Exception {
    UUID session = clinic.plan(TOMORROW, 1);
    List<PatientId> patients = patients(50);

    List<Integer> answers = race(patients.stream().map(one -> booking(session, one)).toList());

    assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
    assertThat(answers.stream().filter(status -> status == 409)).hasSize(49);
  }

  @Test
  void capacityHoldsUnderFiftyParallelEnrollments() throws Exception {
    UUID session = clinic.plan(TOMORROW, 12);
    List<PatientId> patients = patients(50);

    List<Integer> answers = race(patients.stream().map(one -> booking(session, one)).toList());

    assertThat(answers.stream().filter(status -> status == 201)).hasSize(12);
    assertThat(answers.stream().filter(status -> status == 409)).hasSize(38);
    director().get(url("/sessions/" + session)).then().body("taken", equalTo(12));
  }

  @Test
  void aPatientIsNeverInTwoSessionsAtOnce() throws Exception {
    clinic.room("room-2", 20);
    clinic.staff(clinic.therapistCode + "-b", LocalDate.now(Clinic.ZONE).plusYears(1));
    UUID one = clinic.plan(TOMORROW, 12);
    var body = clinic.session(TOMORROW.plusSeconds(1800), 12);
    body.put("room", "room-2");
    body.put("facilitators", List.of(clinic.therapistCode + "-b"));
    UUID overlapping = id(director().body(body).post(url("/sessions")));
    PatientId patient = clinic.admit();

    List<Integer> answers = race(List.of(booking(one, patient), booking(overlapping, patient)));

    assertThat(answers).containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void sessionsThatTouchDoNotClash() {
    UUID one = clinic.plan(TOMORROW, 12);
    UUID next = clinic.plan(TOMORROW.plusSeconds(3600), 12);
    PatientId patient = clinic.admit();

    assertThat(book(one, patient)).isEqualTo(201);
    assertThat(book(next, patient)).isEqualTo(201);
  }

  @Test
  void theSecondBookingOfTheSameSeatIsRefused() {
    UUID session = clinic.plan(TOMORROW, 12);
    PatientId patient = clinic.admit();
    book(session, patient);

    director()
        .body(Map.of("patientId", patient.toString()))
        .post(url("/sessions/" + session + "/enrollments"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/enrolled-once"));
  }

  @Test
  void anUnknownPatientIsNotFoundAndNotAdmittedIsRefused() {
    UUID session = clinic.plan(TOMORROW, 12);

    assertThat(book(session, new PatientId(Ids.next()))).isEqualTo(404);
    PatientId later = clinic.admit(Instant.now().plus(Duration.ofDays(9)));
    director()
        .body(Map.of("patientId", later.toString()))
        .post(url("/sessions/" + session + "/enrollments"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/not-admitted"));
  }

  @Test
  void whoeverMayNotSeeThePatientLearnsNothing() {
    UUID session = clinic.plan(TOMORROW, 12);
    PatientId patient = clinic.admit();
    String stranger = Tokens.staff("therapist", UUID.randomUUID());

    var unknown =
        as(stranger)
            .body(Map.of("patientId", Ids.next().toString()))
            .post(url("/sessions/" + session + "/enrollments"));
    var hidden =
        as(stranger)
            .body(Map.of("patientId", patient.toString()))
            .post(url("/sessions/" + session + "/enrollments"));

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat((String) hidden.path("detail")).isEqualTo(unknown.path("detail"));
  }

  @Test
  void minorsAndAdultsDoNotShareAGroup() {
    UUID session = clinic.plan(TOMORROW, 12);
    book(session, clinic.admit());
    PatientId minor =
        clinic
            .admit(
                Instant.now().minus(Duration.ofDays(3)),
                Population.MENTAL_HEALTH,
                LocalDate.now(Clinic.ZONE).minusYears(15))
            .patientId();

    director()
        .body(Map.of("patientId", minor.toString()))
        .post(url("/sessions/" + session + "/enrollments"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/minors-apart"));
  }

  @Test
  void aFreedSeatIsOfferedToWhoeverWaitsAndNeverGivenTwice() {
    UUID session = clinic.plan(TOMORROW, 1);
    PatientId first = clinic.admit();
    PatientId waiting = clinic.admit();
    PatientId late = clinic.admit();
    UUID seat = enrollment(session, first, false);
    UUID place = enrollment(session, waiting, true);

    director()
        .body(Map.of("by", "PATIENT", "reason", "illness"))
        .post(url("/sessions/" + session + "/enrollments/" + seat + "/cancellation"))
        .then()
        .statusCode(200);

    director()
        .get(url("/sessions/" + session + "/enrollments/" + place))
        .then()
        .body("state", equalTo("OFFERED"));
    assertThat(book(session, late)).isEqualTo(409);
    director()
        .post(url("/sessions/" + session + "/enrollments/" + place + "/acceptance"))
        .then()
        .statusCode(200)
        .body("state", equalTo("BOOKED"));
    director()
        .post(url("/sessions/" + session + "/enrollments/" + place + "/acceptance"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/offer-in-force"));
  }

  private UUID enrollment(UUID session, PatientId patient, boolean wait) {
    return id(
        director()
            .body(Map.of("patientId", patient.toString(), "waitIfFull", wait))
            .post(url("/sessions/" + session + "/enrollments")));
  }

  private List<PatientId> patients(int count) {
    var patients = new ArrayList<PatientId>();
    for (int i = 0; i < count; i++) {
      patients.add(clinic.admitUnseen());
    }
    patients.forEach(clinic::awaitKnown);
    return patients;
  }

  private static Callable<Integer> booking(UUID session, PatientId patient) {
    String token = Tokens.staff("scheduler", UUID.nameUUIDFromBytes(new byte[] {2}));
    return () ->
        as(token)
            .body(Map.of("patientId", patient.toString()))
            .post(url("/sessions/" + session + "/enrollments"))
            .statusCode();
  }

  private static int book(UUID session, PatientId patient) {
    try {
      return booking(session, patient).call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs all of them at the same moment, as far as a machine can. */
  private static List<Integer> race(List<Callable<Integer>> calls) throws Exception {
    var start = new CyclicBarrier(calls.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (Callable<Integer> call : calls) {
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      var found = new ArrayList<Integer>();
      for (Future<Integer> answer : answers) {
        found.add(answer.get());
      }
      return found;
    }
  }
}
