package org.daybridge.intake.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daybridge.intake.IntakeClinic;
import org.daybridge.kit.test.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who goes first, what the law owes them meanwhile, and what becomes of an offered place. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class WaitlistResourceTest {
  private IntakeClinic clinic;

  @BeforeEach
  void open() {
    clinic = IntakeClinic.open();
  }

  @Test
  void theGroupsOfTheLawGoFirstAndThenWhoCameFirst() {
    String first = waits(clinic.substanceUse, false, false);
    String second = waits(clinic.substanceUse, false, false);
    String injects = waits(clinic.substanceUse, false, true);
    String pregnant = waits(clinic.substanceUse, true, false);
    String both = waits(clinic.substanceUse, true, true);

    line(clinic.substanceUse).body("items.id", contains(both, pregnant, injects, first, second));

    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      ValidatableResponse page =
          line(clinic.substanceUse + "&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
      seen.addAll(page.extract().path("items.id"));
      cursor = page.extract().path("next");
    } while (cursor != null);
    assertThat(seen).containsExactly(both, pregnant, injects, first, second);
    clinic
        .asCoordinator()
        .get("/api/intake/v1/waitlist/summary?track=" + clinic.substanceUse)
        .then()
        .statusCode(200)
        .body("waiting", equalTo(5))
        .body("longestDays", equalTo(0));
  }

  @Test
  void withoutSubstanceUseTheOrderIsThatOfTime() {
    String first = waits(clinic.mentalHealth, false, false);
    String pregnant = waits(clinic.mentalHealth, true, true);

    line(clinic.mentalHealth)
        .body("items.id", contains(first, pregnant))
        .body("items[1].interimServicesDueAt", nullValue())
        .body("items[1].admissionDueAt", nullValue());
  }

  @Test
  void interimServicesAreOwedInTwoDaysAndMoveTheDayOfAdmission() {
    String id = waits(clinic.substanceUse, true, true);
    ValidatableResponse before =
        line(clinic.substanceUse)
            .body("items[0].interimServicesDueAt", notNullValue())
            .body("items[0].admissionDueAt", notNullValue());
    Instant since = Instant.parse(before.extract().path("items[0].since"));
    assertThat(Instant.parse(before.extract().path("items[0].interimServicesDueAt")))
        .isEqualTo(since.plusSeconds(48 * 3600));
    assertThat(Instant.parse(before.extract().path("items[0].admissionDueAt")))
        .isEqualTo(since.plusSeconds(14 * 86400));

    post("/waitlist/" + id + "/interim-services", interim(Instant.now().plusSeconds(900)))
        .statusCode(422)
        .body("type", endsWith("/interim-services-are-past"));
    post("/waitlist/" + id + "/interim-services", interim(Instant.now()))
        .statusCode(200)
        .body("interimServicesDueAt", nullValue());
    ValidatableResponse after = line(clinic.substanceUse);
    assertThat(Instant.parse(after.extract().path("items[0].admissionDueAt")))
        .isEqualTo(since.plusSeconds(120 * 86400L));
  }

  @Test
  void whoSaysNoKeepsThePlaceInTheLineAndWhoSaysYesHoldsThePlace() throws SQLException {
    String id = waits(clinic.mentalHealth, false, false);
    String later = waits(clinic.mentalHealth, false, false);
    String offers = "/waitlist/" + id + "/offers";
    post("/waitlist/" + id + "/answer", Map.of("accepted", true))
        .statusCode(409)
        .body("type", endsWith("/place-offer-in-force"));
    post(offers, until(3600)).statusCode(428);
    offer(id, 1, -5).statusCode(422).body("type", endsWith("/place-offer-ends-ahead"));
    offer(id, 1, 3600).statusCode(200).body("standing", equalTo("OFFERED"));
    offer(id, 1, 3600).statusCode(412);
    offer(id, 2, 3600).statusCode(409).body("type", endsWith("/place-offered-once"));
    post("/waitlist/" + id + "/answer", Map.of("accepted", false))
        .statusCode(200)
        .body("standing", equalTo("WAITING"))
        .body("offersDeclined", equalTo(1));
    line(clinic.mentalHealth).body("items.id", contains(id, later));

    offer(id, 3, 3600).statusCode(200);
    lapse(id);
    post("/waitlist/" + id + "/answer", Map.of("accepted", true)).statusCode(409);
    line(clinic.mentalHealth).body("items[0].standing", equalTo("WAITING"));
    offer(id, 4, 3600).statusCode(200);
    post("/waitlist/" + id + "/answer", Map.of("accepted", true))
        .statusCode(200)
        .body("standing", equalTo("ACCEPTED"));
  }

  @Test
  void whoIsDeclinedOrRemovedWaitsNoLonger() {
    String referral = clinic.refer(clinic.mentalHealth).extract().path("id");
    String id = enter(referral, false, false).statusCode(201).extract().path("id");
    enter(referral, false, false).statusCode(409).body("type", endsWith("/waits-once"));
    post("/waitlist/" + id + "/removal", Map.of("reason", "MOVED")).statusCode(400);
    post("/waitlist/" + id + "/removal", Map.of("reason", "UNREACHABLE")).statusCode(204);
    post("/waitlist/" + id + "/removal", Map.of("reason", "UNREACHABLE")).statusCode(409);
    line(clinic.mentalHealth).body("items", empty());

    enter(referral, false, false).statusCode(201);
    line(clinic.mentalHealth).body("items", hasSize(1));
    post("/referrals/" + referral + "/decline", Map.of("reason", "CAPACITY")).statusCode(200);
    line(clinic.mentalHealth).body("items", empty());
    enter(referral, false, false).statusCode(409).body("type", endsWith("/referral-is-under-way"));
    clinic
        .asTherapist()
        .body(Map.of("referralId", referral, "pregnant", false, "injects", false))
        .post("/api/intake/v1/waitlist")
        .then()
        .statusCode(403);
    line("no-such-track", 422).body("type", endsWith("/track-is-open"));
  }

  private static void lapse(String id) throws SQLException {
    try (var connection = TestPlatform.superuser();
        var update =
            connection.prepareStatement(
                "update waitlist_entry set offered_until = now() - interval '1 s'"
                    + " where entry_id = ?")) {
      update.setObject(1, UUID.fromString(id));
      assertThat(update.executeUpdate()).isOne();
    }
  }

  private static Map<String, Object> until(int seconds) {
    return Map.of("until", Instant.now().plusSeconds(seconds).toString());
  }

  private static Map<String, Object> interim(Instant at) {
    return Map.of("given", Set.of("EDUCATION_ON_HIV_AND_TB"), "at", at.toString());
  }

  private String waits(String track, boolean pregnant, boolean injects) {
    String referral = clinic.refer(track).extract().path("id");
    return enter(referral, pregnant, injects).statusCode(201).extract().path("id");
  }

  private ValidatableResponse enter(String referral, boolean pregnant, boolean injects) {
    return post(
        "/waitlist", Map.of("referralId", referral, "pregnant", pregnant, "injects", injects));
  }

  private ValidatableResponse offer(String id, int version, int seconds) {
    return clinic
        .asCoordinator()
        .header("If-Match", "\"" + version + "\"")
        .body(until(seconds))
        .post("/api/intake/v1/waitlist/" + id + "/offers")
        .then();
  }

  private ValidatableResponse post(String path, Map<String, ?> body) {
    return clinic.asCoordinator().body(body).post("/api/intake/v1" + path).then();
  }

  private ValidatableResponse line(String track) {
    return line(track, 200);
  }

  private ValidatableResponse line(String track, int status) {
    return clinic
        .asCoordinator()
        .get("/api/intake/v1/waitlist?track=" + track)
        .then()
        .statusCode(status);
  }
}
