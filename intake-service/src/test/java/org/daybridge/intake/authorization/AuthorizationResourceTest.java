package org.daybridge.intake.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.AuthorizationExhausting;
import org.daybridge.contract.intake.IntakeEvent.AuthorizationExpired;
import org.daybridge.contract.intake.IntakeEvent.AuthorizationGranted;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.AttendanceId;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.intake.IntakeClinic;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attended days use what a payer authorized; nobody is turned away when it has run out. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class AuthorizationResourceTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private final LocalDate today = LocalDate.now(ZONE);
  private IntakeClinic clinic;
  private String patient;
  private String episode;

  @BeforeEach
  void admit() {
    clinic = IntakeClinic.open();
    IntakeClinic.Ready ready = clinic.ready(clinic.substanceUse);
    patient = ready.patient();
    episode = clinic.admit(ready).statusCode(201).extract().path("id");
  }

  @Test
  void aDayIsCountedOnceHoweverManySessionsItHas() {
    String id = entered(terms("A", today.minusDays(5), today.plusDays(30), 4));
    attended(1, true, new AttendanceId(Ids.next()));
    attended(1, true, new AttendanceId(Ids.next()));
    attended(2, true, new AttendanceId(Ids.next()));
    attended(3, false, new AttendanceId(Ids.next()));

    awaitLedger(2, 2);
    ledger().body("daysWithoutAuthorization", empty());
    assertThat(TestEvents.announced(AuthorizationGranted.class, UUID.fromString(id)))
        .singleElement()
        .satisfies(event -> assertThat(event.units()).isEqualTo(4));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(TestEvents.announced(AuthorizationExhausting.class, UUID.fromString(id)))
                    .singleElement()
                    .satisfies(event -> assertThat(event.unitsLeft()).isEqualTo(2)));
    clinic
        .asCoordinator()
        .get("/api/intake/v1/authorizations/ending")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
  }

  @Test
  void whatWasNotAttendedAfterAllGivesItsUnitBack() {
    entered(terms("B", today.minusDays(5), today.plusDays(30), 4));
    AttendanceId attendance = new AttendanceId(Ids.next());
    attended(1, true, attendance);
    awaitLedger(1, 3);

    Instant at = today.minusDays(1).atTime(9, 0).atZone(ZONE).toInstant();
    TestEvents.publish(
        new SessionMissed(
            attendance,
            new PatientId(UUID.fromString(patient)),
            new EpisodeId(UUID.fromString(episode)),
            new SessionId(Ids.next()),
            "process-group",
            at,
            "NO_SHOW"));

    awaitLedger(0, 4);
  }

  @Test
  void daysWithoutAuthorizationAreCountedAndALaterOneCoversTheOldest() {
    for (int ago = 1; ago <= 3; ago++) {
      attended(ago, true, new AttendanceId(Ids.next()));
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> ledger().body("attendedDays", equalTo(3)));
    ledger()
        .body(
            "daysWithoutAuthorization",
            contains(
                today.minusDays(3).toString(),
                today.minusDays(2).toString(),
                today.minusDays(1).toString()));

    String id = entered(terms("C", today.minusDays(10), today.minusDays(1), 2));

    ledger()
        .body("daysWithoutAuthorization", contains(today.minusDays(1).toString()))
        .body("authorizations[0].left", equalTo(0));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(TestEvents.announced(AuthorizationExpired.class, UUID.fromString(id)))
                    .hasSize(1));
    clinic
        .asCoordinator()
        .get("/api/intake/v1/authorizations/ending")
        .then()
        .body("items.id", not(hasItem(id)));
  }

  @Test
  void anAuthorizationThatCannotBeSaysWhyAndOnlyThoseWhoMayEnterIt() {
    String path = "/api/intake/v1/episodes/" + episode + "/authorizations";
    post(path, terms("D", today, today.minusDays(1), 3))
        .statusCode(422)
        .body("type", endsWith("/authorization-ends-after-it-begins"));
    post(path, terms("D", today, today, 0)).statusCode(400);
    Map<String, Object> once = terms("E", today, today.plusDays(9), 3);
    post(path, once).statusCode(201);
    post(path, once).statusCode(409).body("type", endsWith("/authorization-number-once"));
    clinic.asTherapist().body(once).post(path).then().statusCode(403);
    clinic.asTherapist().get(path).then().statusCode(200);
    clinic.as(Tokens.staff("utilization_reviewer", Ids.next())).get(path).then().statusCode(404);
    ledger().body("authorizations.size()", equalTo(1));
  }

  @Test
  void aDenialCanBeAppealedLevelByLevelUntilItIsOverturned() {
    String calls = "/api/intake/v1/episodes/" + episode + "/review-calls";
    String pending = post(calls, call("PENDING", 0)).statusCode(201).extract().path("id");
    post("/api/intake/v1/review-calls/" + pending + "/appeals", appeal(today))
        .statusCode(409)
        .body("type", endsWith("/appeal-of-a-denial"));
    post(calls, call("DENIED", 0)).statusCode(422).body("type", endsWith("/denial-has-a-reason"));
    post(calls, denial(3)).statusCode(422).body("type", endsWith("/approved-days-fit-the-outcome"));
    String denied =
        post(calls, denial(0))
            .statusCode(201)
            .body("appealBy", equalTo(LocalDate.now(ZONE).plusDays(180).toString()))
            .body("call.denialReason", equalTo("not medically necessary"))
            .extract()
            .path("id");
    String appeals = "/api/intake/v1/review-calls/" + denied + "/appeals";
    post(appeals, appeal(today))
        .statusCode(201)
        .body("appeals[0].level", equalTo(1))
        .body("appeals[0].late", equalTo(false))
        .body("appeals[0].upheld", nullValue());
    post(appeals, appeal(today)).statusCode(409).body("type", endsWith("/appeal-levels-in-order"));
    post(appeals + "/1/decision", Map.of("upheld", true, "decidedOn", today.toString()))
        .statusCode(200);
    post(appeals, appeal(today.plusDays(3)))
        .statusCode(422)
        .body("type", endsWith("/appeal-filed-on-a-past-day"));
    post(appeals, appeal(today))
        .statusCode(201)
        .body("appeals[1].level", equalTo(2))
        .body("appeals[1].appealBy", equalTo(today.plusMonths(4).toString()));
    post(appeals + "/2/decision", Map.of("upheld", false, "decidedOn", today.toString()))
        .statusCode(200);
    post(appeals + "/2/decision", Map.of("upheld", true, "decidedOn", today.toString()))
        .statusCode(409)
        .body("type", endsWith("/appeal-is-open"));
    post(appeals, appeal(today)).statusCode(409).body("type", endsWith("/appeal-of-a-denial"));
    clinic.asCoordinator().get(calls).then().statusCode(200).body("size()", equalTo(2));
    Map<String, Object> ahead = new HashMap<>(call("PENDING", 0));
    ahead.put("calledAt", Instant.now().plusSeconds(3600).toString());
    post(calls, ahead).statusCode(422).body("type", endsWith("/review-call-is-past"));
  }

  @Test
  void aPayerHasItsClockForWhatItLeftPending() {
    String calls = "/api/intake/v1/episodes/" + episode + "/review-calls";
    Map<String, Object> urgent = new HashMap<>(call("PENDING", 0));
    Instant at = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    urgent.put("calledAt", at.toString());
    urgent.put("urgent", true);

    post(calls, urgent)
        .statusCode(201)
        .body("decisionDueAt", equalTo(at.plus(Duration.ofHours(72)).toString()));
    urgent.put("urgent", false);
    post(calls, urgent)
        .statusCode(201)
        .body("decisionDueAt", equalTo(at.atZone(ZONE).plusDays(7).toInstant().toString()));
  }

  @Test
  void aReviewCallNamesAnAuthorizationOfItsOwnEpisode() {
    Map<String, Object> foreign = new HashMap<>(call("PENDING", 0));
    foreign.put("authorizationId", Ids.next().toString());

    post("/api/intake/v1/episodes/" + episode + "/review-calls", foreign)
        .statusCode(422)
        .body("type", endsWith("/authorization-of-the-episode"));
  }

  @Test
  void whoEntersAnAuthorizationOfDaysThatAreOverIsNotToldThatItRunsOut() {
    attended(9, true, new AttendanceId(Ids.next()));
    String id = entered(terms("F", today.minusDays(10), today.minusDays(8), 1));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(TestEvents.announced(AuthorizationExpired.class, UUID.fromString(id)))
                    .hasSize(1));
    assertThat(TestEvents.announced(AuthorizationExhausting.class, UUID.fromString(id))).isEmpty();
  }

  @Test
  void anAuthorizationThatEndsThisWeekIsToldOnceAndListedByProgram() {
    String id = entered(terms("G", today.minusDays(1), today.plusDays(5), 20));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(TestEvents.announced(AuthorizationExhausting.class, UUID.fromString(id)))
                    .hasSize(1));
    String program =
        clinic.asCoordinator().get("/api/intake/v1/episodes/" + episode).path("place.program");
    String path = "/api/intake/v1/authorizations/ending?programId=";
    clinic.asCoordinator().get(path + program).then().body("items.id", hasItem(id));
    clinic.asCoordinator().get(path + Ids.next()).then().body("items", empty());
    clinic
        .asCoordinator()
        .get("/api/intake/v1/authorizations/ending?cursor=x")
        .then()
        .statusCode(400);
  }

  private static Map<String, Object> denial(int approved) {
    Map<String, Object> denied = new HashMap<>(call("DENIED", approved));
    denied.put("denialReason", "not medically necessary");
    return denied;
  }

  private static Map<String, Object> call(String outcome, int approved) {
    return Map.of(
        "kind",
        "CONCURRENT",
        "reviewer",
        "R. Sample",
        "reference",
        "REF-1",
        "calledAt",
        Instant.now().minusSeconds(60).toString(),
        "daysAsked",
        10,
        "peerToPeer",
        false,
        "outcome",
        outcome,
        "daysApproved",
        approved);
  }

  private static Map<String, Object> appeal(LocalDate filedOn) {
    return Map.of("filedOn", filedOn.toString(), "expedited", false);
  }

  private Map<String, Object> terms(String number, LocalDate from, LocalDate to, int units) {
    return Map.of(
        "payer",
        "Sample Mutual",
        "number",
        number + "-" + episode,
        "billingCode",
        "H0015",
        "from",
        from.toString(),
        "to",
        to.toString(),
        "units",
        units);
  }

  private String entered(Map<String, Object> terms) {
    return post("/api/intake/v1/episodes/" + episode + "/authorizations", terms)
        .statusCode(201)
        .extract()
        .path("authorizations[0].id");
  }

  private ValidatableResponse post(String path, Map<String, ?> body) {
    return clinic.asCoordinator().body(body).post(path).then();
  }

  private ValidatableResponse ledger() {
    return clinic
        .asCoordinator()
        .get("/api/intake/v1/episodes/" + episode + "/authorizations")
        .then()
        .statusCode(200);
  }

  private void awaitLedger(int days, int left) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                ledger()
                    .body("attendedDays", equalTo(days))
                    .body("authorizations[0].left", equalTo(left)));
  }

  private void attended(int daysAgo, boolean clinical, AttendanceId attendance) {
    Instant at = today.minusDays(daysAgo).atTime(9, 0).atZone(ZONE).toInstant();
    TestEvents.publish(
        new SessionAttended(
            attendance,
            new PatientId(UUID.fromString(patient)),
            new EpisodeId(UUID.fromString(episode)),
            new SessionId(Ids.next()),
            "process-group",
            at,
            at.plusSeconds(3600),
            60,
            clinical,
            "ATTENDED"));
  }
}
