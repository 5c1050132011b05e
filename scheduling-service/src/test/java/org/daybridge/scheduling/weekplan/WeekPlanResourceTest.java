package org.daybridge.scheduling.weekplan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/**
 * A week is asked for, searched for aside, stopped, resumed, explained, and survives its solver.
 */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class WeekPlanResourceTest {
  private static final String PLANS = "/api/scheduling/v1/week-plans";
  private final UUID scheduler = Ids.next();

  @Test
  void aWeekIsLaidOutAndExplained() {
    String plan = asked(1);
    String told = scheduler().get(PLANS + "/" + plan + "/progress").then().extract().asString();
    assertThat(told).startsWith("data:{").contains("\"state\":\"DONE\"");
    scheduler()
        .get(PLANS + "/" + plan)
        .then()
        .statusCode(200)
        .body("state", equalTo("DONE"))
        .body("problem", equalTo("tiny"))
        .body("seed", equalTo(7))
        .body("score.hard", equalTo(0))
        .body("score.medium", equalTo(0));
    scheduler()
        .get(PLANS + "/" + plan + "/solution")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("format", equalTo("iop-week-solution/1"))
        .body("assignments.activity", hasItem("i1"));
    scheduler()
        .get(PLANS + "/" + plan + "/explanation")
        .then()
        .statusCode(200)
        .body("score.hard", equalTo(0))
        .body("missing", hasSize(0));
    scheduler().get(PLANS).then().statusCode(200).body("id", hasItem(plan));
  }

  @Test
  void itIsStoppedAndResumedAndNeverGetsWorse() {
    String plan = asked(600);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> plan(plan).body("score", notNullValue()));
    scheduler().get(PLANS + "/" + plan + "/solution").then().statusCode(200);
    resume(plan, 1).statusCode(409).body("type", endsWith("/week-plan-has-ended"));
    stop(plan).statusCode(200);
    awaitState(plan, "STOPPED");
    stop(plan).statusCode(409).body("type", endsWith("/week-plan-is-under-way"));
    int soft = plan(plan).extract().path("score.soft");
    resume(plan, 1).statusCode(200).body("state", equalTo("QUEUED"));
    awaitState(plan, "DONE");
    assertThat(plan(plan).extract().<Integer>path("score.soft")).isLessThanOrEqualTo(soft);
  }

  @Test
  void aChangeByHandIsJudgedAtOnceAndKeptOnlyIfItBreaksNoRule() {
    String plan = asked(1);
    awaitState(plan, "DONE");
    change(plan, "2026-03-02T18:00", "big", false)
        .statusCode(200)
        .body("after.hard", equalTo(1))
        .body("broken.H04", equalTo(1));
    change(plan, "2026-03-02T18:00", "big", true)
        .statusCode(422)
        .body("type", endsWith("/change-breaks-no-rule"));
    String seen = etag(plan);
    change(plan, "2026-03-02T17:00", "small", true).statusCode(200).body("after.hard", equalTo(0));
    change(plan, "2026-03-02T17:00", "small", true, seen)
        .statusCode(412)
        .body("type", endsWith("/version-is-stale"));
    scheduler()
        .body(Map.of("leaveOut", List.of("i1"), "keep", true))
        .post(PLANS + "/" + plan + "/changes")
        .then()
        .statusCode(428);
    resume(plan, 1).statusCode(200);
    awaitState(plan, "DONE");
    scheduler()
        .get(PLANS + "/" + plan + "/solution")
        .then()
        .body("assignments.find { it.activity == 'i1' }.start", equalTo("2026-03-02T17:00"));
    scheduler()
        .body(Map.of("leaveOut", List.of("no-such")))
        .post(PLANS + "/" + plan + "/changes")
        .then()
        .statusCode(422)
        .body("type", endsWith("/activity-is-in-the-week"));
  }

  private String etag(String plan) {
    return plan(plan).extract().header("ETag");
  }

  private ValidatableResponse change(String plan, String start, String room, boolean keep) {
    return change(plan, start, room, keep, etag(plan));
  }

  private ValidatableResponse change(
      String plan, String start, String room, boolean keep, String seen) {
    return scheduler()
        .header("If-Match", seen)
        .body(
            Map.of(
                "sessions",
                List.of(
                    Map.of(
                        "activity",
                        "i1",
                        "start",
                        start,
                        "room",
                        room,
                        "clinicians",
                        List.of("anna"))),
                "keep",
                keep))
        .post(PLANS + "/" + plan + "/changes")
        .then();
  }

  @Test
  void whatADeadSolverLeftIsTakenUpFromItsBestPlan() throws SQLException {
    String plan = asked(1);
    awaitState(plan, "DONE");
    try (var connection = TestPlatform.superuser();
        var dead =
            connection.prepareStatement(
                "update week_plan set state = 'RUNNING', leased_by = gen_random_uuid(), seconds = 2,"
                    + " searched_ms = 0, leased_until = clock_timestamp() - interval '1 s'"
                    + " where plan_id = ?")) {
      dead.setObject(1, UUID.fromString(plan));
      assertThat(dead.executeUpdate()).isOne();
    }
    awaitState(plan, "DONE");
    plan(plan).body("score.hard", equalTo(0)).body("score.medium", equalTo(0));
  }

  @Test
  void aPlanThatItsSolversDieOfHasFailed() throws SQLException {
    String plan = asked(1);
    awaitState(plan, "DONE");
    try (var connection = TestPlatform.superuser();
        var dead =
            connection.prepareStatement(
                "update week_plan set state = 'RUNNING', leased_by = gen_random_uuid(), seconds = 2,"
                    + " lost = 2, leased_until = clock_timestamp() - interval '1 s'"
                    + " where plan_id = ?")) {
      dead.setObject(1, UUID.fromString(plan));
      assertThat(dead.executeUpdate()).isOne();
    }
    awaitState(plan, "FAILED");
    resume(plan, 1).statusCode(200);
    awaitState(plan, "DONE");
  }

  @Test
  void aFileThatBreaksItsFormatIsToldByPath() {
    ask(tiny().replace("\"durationMinutes\": 60", "\"durationMinutes\": -1"), 1)
        .statusCode(422)
        .body("type", endsWith("/week-file-readable"))
        .body("violations.field", hasItem("/activities/0/durationMinutes"));
    ask("{\"programId\": 3}", 1).statusCode(400).body("violations.field", hasItem("programId"));
    ask("{\"program\": 3}", 1).statusCode(422).body("violations.field", hasItem("/format"));
    ask("[]", 1).statusCode(422);
    ask("{", 1).statusCode(400);
    ask(tiny(), 0).statusCode(400);
  }

  @Test
  void aClinicianWhoFallsIllIsStoodInForWithLittleMoved() {
    String plan = asked(2);
    awaitState(plan, "DONE");
    String repaired =
        repair(plan, "{\"clinicians\":[{\"id\":\"anna\"}]}").statusCode(202).extract().path("id");
    awaitState(repaired, "DONE");
    plan(repaired).body("score.hard", equalTo(0));
    scheduler()
        .get(PLANS + "/" + repaired + "/solution")
        .then()
        .body("assignments.clinicians.flatten()", not(hasItem("anna")));
    scheduler()
        .get(PLANS + "/" + repaired + "/difference")
        .then()
        .statusCode(200)
        .body("changed", not(empty()))
        .body("peopleMoved", lessThanOrEqualTo(4));
    scheduler()
        .get(PLANS + "/" + plan + "/difference")
        .then()
        .statusCode(409)
        .body("type", endsWith("/week-plan-has-a-solution"));
    repair(plan, "{\"rooms\":[{\"id\":\"attic\"}]}")
        .statusCode(422)
        .body("type", endsWith("/lost-is-in-the-week"));
    repair(plan, "{\"weight\":-1}").statusCode(400);
  }

  @Test
  void aLostRoomIsUsedByNobodyAndWhoLeavesIsInNoSession() {
    String plan = asked(2);
    awaitState(plan, "DONE");
    String repaired =
        repair(
                plan,
                "{\"rooms\":[{\"id\":\"big\",\"dates\":[\"2026-03-02\"]}],\"patients\":[\"p1\"]}")
            .statusCode(202)
            .extract()
            .path("id");
    awaitState(repaired, "DONE");
    plan(repaired).body("score.hard", equalTo(0));
    scheduler()
        .get(PLANS + "/" + repaired + "/solution")
        .then()
        .body("assignments.patients.flatten()", not(hasItem("p1")))
        .body("assignments.activity", not(hasItem("i1")))
        .body(
            "assignments.findAll { it.room == 'big' && it.start.startsWith('2026-03-02')"
                + " && it.clinicians.size() > 0 }",
            empty());
  }

  @Test
  void whoStepsDownComesLess() {
    String plan = asked(2);
    awaitState(plan, "DONE");
    String repaired =
        repair(
                plan,
                "{\"steps\":[{\"id\":\"p2\",\"minWeekMinutes\":0,\"maxWeekMinutes\":60,\"minDays\":0}]}")
            .statusCode(202)
            .extract()
            .path("id");
    awaitState(repaired, "DONE");
    plan(repaired).body("score.hard", equalTo(0));
    scheduler()
        .get(PLANS + "/" + repaired + "/solution")
        .then()
        .body("assignments.findAll { 'p2' in it.patients }.size()", lessThanOrEqualTo(1));
    repair(
            plan,
            "{\"steps\":[{\"id\":\"p9\",\"minWeekMinutes\":0,\"maxWeekMinutes\":60,\"minDays\":0}]}")
        .statusCode(422)
        .body("type", endsWith("/lost-is-in-the-week"));
  }

  private ValidatableResponse repair(String plan, String body) {
    return scheduler().body(body).post(PLANS + "/" + plan + "/repairs?seconds=2").then();
  }

  @Test
  void pinsThatContradictEachOtherAreToldBeforeAnySearch() {
    String pin =
        "\"pinned\": {\"start\": \"2026-03-02T09:00\", \"room\": \"big\", \"clinicians\": [\"anna\"]}";
    ask(tiny().replaceFirst("\"pinned\": null", pin).replaceFirst("\"pinned\": null", pin), 1)
        .statusCode(422)
        .body("type", endsWith("/pins-can-stand"))
        .body("violations.field", hasItem("g1, g2"));
  }

  @Test
  void moreThanTheQueueHoldsIsRefused() {
    String running = asked(600);
    awaitState(running, "RUNNING");
    List<String> waiting = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      waiting.add(asked(1));
    }
    ask(tiny(), 1)
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("type", endsWith("/week-plan-queue-has-room"));
    String done = waiting.getFirst();
    stop(done).statusCode(200);
    String last = asked(1);
    resume(done, 1).statusCode(429).body("type", endsWith("/week-plan-queue-has-room"));
    waiting.stream()
        .skip(1)
        .forEach(plan -> stop(plan).statusCode(200).body("state", equalTo("STOPPED")));
    stop(last).statusCode(200);
    scheduler()
        .get(PLANS + "/" + waiting.getFirst() + "/solution")
        .then()
        .statusCode(409)
        .body("type", endsWith("/week-plan-has-a-solution"));
    plan(waiting.getFirst()).body("score", nullValue());
    stop(running).statusCode(200);
    awaitState(running, "STOPPED");
  }

  @Test
  void whoPlansNoWeeksSeesNone() {
    given().auth().oauth2(Tokens.staff("therapist", Ids.next())).get(PLANS).then().statusCode(403);
    scheduler().get(PLANS + "/" + Ids.next() + "/progress").then().statusCode(404);
    stop(Ids.next().toString()).statusCode(404);
  }

  private String asked(int seconds) {
    return ask(tiny(), seconds)
        .statusCode(202)
        .header("Location", notNullValue())
        .body("state", equalTo("QUEUED"))
        .extract()
        .path("id");
  }

  private ValidatableResponse ask(String file, int seconds) {
    return scheduler().body(file).post(PLANS + "?seed=7&seconds=" + seconds).then();
  }

  private ValidatableResponse plan(String id) {
    return scheduler().get(PLANS + "/" + id).then().statusCode(200);
  }

  private ValidatableResponse stop(String id) {
    return scheduler().post(PLANS + "/" + id + "/stop").then();
  }

  private ValidatableResponse resume(String id, int seconds) {
    return scheduler()
        .body(Map.of("seconds", seconds))
        .post(PLANS + "/" + id + "/resumption")
        .then();
  }

  private void awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> plan(id).body("state", equalTo(state)));
  }

  private RequestSpecification scheduler() {
    return given()
        .auth()
        .oauth2(Tokens.staff("scheduler", scheduler))
        .contentType("application/json");
  }

  private static String tiny() {
    try {
      return Files.readString(Path.of("src/test/resources/weekplan/tiny-week.json"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
