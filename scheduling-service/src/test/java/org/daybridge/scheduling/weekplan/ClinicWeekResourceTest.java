package org.daybridge.scheduling.weekplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daybridge.scheduling.Clinic.director;
import static org.daybridge.scheduling.Clinic.put;
import static org.daybridge.scheduling.Clinic.url;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daybridge.contract.intake.IntakeEvent.TrackOpened;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.scheduling.Clinic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program's own week is laid out anew, accepted, and comes onto the calendar all at once. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class ClinicWeekResourceTest {
  private static final String PLANS = url("/week-plans");
  private final LocalDate monday =
      LocalDate.now(Clinic.ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusWeeks(1);
  private final ProgramId program = new ProgramId(Ids.next());
  private Clinic clinic;
  private PatientId busy;
  private PatientId free;

  @BeforeEach
  void openClinic() {
    clinic = new Clinic();
    TestEvents.publish(
        new TrackOpened(
            new TrackId(Ids.next()),
            program,
            clinic.track,
            Population.MENTAL_HEALTH,
            LevelOfCare.INTENSIVE_OUTPATIENT,
            "DAYTIME",
            List.of(new SiteId(clinic.siteId)),
            true));
    List<Map<String, Object>> slots = new ArrayList<>();
    for (String day : List.of("MONDAY", "WEDNESDAY", "FRIDAY")) {
      for (String time : List.of("09:30", "10:40", "11:50")) {
        slots.add(slot(day, time));
      }
    }
    put(
            "/tracks/" + clinic.track + "/template",
            Map.of("site", clinic.site, "model", "DAYTIME", "slots", slots))
        .then()
        .statusCode(201);
    free = clinic.admit();
    busy = clinic.admit();
    works("MONDAY", "09:00", "10:00");
  }

  @Test
  void aGroupGoesWhereEverybodyCanComeAndTheCalendarFollowsWhenThePlanIsAccepted() {
    String plan = laidOut(Map.of("programId", program.toString(), "weekStart", monday.toString()));
    plan(plan).body("score.hard", equalTo(0)).body("score.medium", equalTo(0));
    director()
        .get(PLANS + "/" + plan + "/difference")
        .then()
        .statusCode(200)
        .body("changed", not(empty()));

    ValidatableResponse accepted = accept(plan, Map.of()).statusCode(200);
    List<String> moved = accepted.extract().path("moved");
    assertThat(moved).isNotEmpty();

    for (PatientId patient : List.of(free, busy)) {
      List<LocalDateTime> starts = week(patient);
      assertThat(starts).hasSize(9).doesNotHaveDuplicates();
    }
    assertThat(week(busy)).doesNotContain(monday.atTime(9, 30));
    accept(plan, Map.of()).statusCode(200).body("moved", empty()).body("reseated", empty());
  }

  @Test
  void whatChangedOnTheCalendarMeanwhileIsToldAndNothingIsDone() {
    String plan = laidOut(Map.of("programId", program.toString(), "weekStart", monday.toString()));
    String touched = sessionAt(monday.plusDays(2).atTime(9, 30));
    var read = director().get(url("/sessions/" + touched));
    director()
        .header("If-Match", read.header("ETag"))
        .body(
            Map.of(
                "startsAt",
                    monday.plusDays(2).atTime(14, 0).atZone(Clinic.ZONE).toInstant().toString(),
                "endsAt",
                    monday.plusDays(2).atTime(15, 0).atZone(Clinic.ZONE).toInstant().toString()))
        .put(url("/sessions/" + touched + "/schedule"))
        .then()
        .statusCode(200);

    accept(plan, Map.of())
        .statusCode(409)
        .body("type", endsWith("/calendar-changed-meanwhile"))
        .body("violations.field", equalTo(List.of(touched)));
    assertThat(week(busy)).contains(monday.atTime(9, 30));
    accept(plan, Map.of("activities", List.of(whatStays(plan, touched)))).statusCode(200);
    accept(plan, Map.of("activities", List.of("no-such"))).statusCode(422);
  }

  @Test
  void anAppointmentForEachPersonIsLaidAndBooked() {
    String plan =
        laidOut(
            Map.of(
                "programId",
                program.toString(),
                "weekStart",
                monday.toString(),
                "appointments",
                List.of(Map.of("type", "individual-therapy", "minutes", 45))));
    plan(plan).body("score.hard", equalTo(0)).body("score.medium", equalTo(0));
    accept(plan, Map.of()).statusCode(200).body("booked", hasSize(2));
    assertThat(week(busy)).hasSize(10);
    String again =
        laidOut(
            Map.of(
                "programId",
                program.toString(),
                "weekStart",
                monday.toString(),
                "appointments",
                List.of(Map.of("type", "individual-therapy", "minutes", 45))));
    accept(again, Map.of()).statusCode(200).body("booked", empty()).body("leftOut", empty());
  }

  @Test
  void whoIsAwayLeadsNothingAndAnotherStandsIn() {
    String other = "lee-" + Ids.next().toString().substring(24);
    var _ = clinic.staff(other, LocalDate.now(Clinic.ZONE).plusYears(1));
    String plan =
        laidOut(
            Map.of(
                "tracks",
                List.of(clinic.track),
                "weekStart",
                monday.toString(),
                "absences",
                List.of(
                    Map.of(
                        "clinician",
                        clinic.therapistCode,
                        "dates",
                        List.of(monday.plusDays(2).toString())))));
    plan(plan).body("score.hard", equalTo(0)).body("score.medium", equalTo(0));
    director()
        .get(PLANS + "/" + plan + "/solution")
        .then()
        .body(
            "assignments.findAll { it.start.startsWith('%s') }.clinicians.flatten()"
                .formatted(monday.plusDays(2)),
            not(hasItem(clinic.therapistCode)));
    accept(plan, Map.of()).statusCode(200);
    assertThat(week(busy)).hasSize(9);
    ask(Map.of(
            "tracks",
            List.of(clinic.track),
            "weekStart",
            monday.toString(),
            "absences",
            List.of(Map.of("clinician", "nobody"))))
        .statusCode(422)
        .body("type", endsWith("/lost-is-in-the-week"));
    ask(Map.of("tracks", List.of(), "weekStart", monday.toString())).statusCode(400);
  }

  @Test
  void aWeekThatCannotBeAskedForSaysWhy() {
    ask(Map.of("programId", Ids.next().toString(), "weekStart", monday.toString()))
        .statusCode(422)
        .body("type", endsWith("/program-has-tracks"));
    ask(Map.of("programId", program.toString(), "weekStart", monday.plusDays(1).toString()))
        .statusCode(422)
        .body("type", endsWith("/week-begins-on-monday"));
    ask(Map.of("programId", program.toString(), "weekStart", monday.minusWeeks(2).toString()))
        .statusCode(422)
        .body("type", endsWith("/week-is-ahead"));
    ask(Map.of("programId", "3", "weekStart", monday.toString()))
        .statusCode(400)
        .body("violations.field", hasItem("programId"));
    ask(Map.of("programId", program.toString(), "more", 1))
        .statusCode(400)
        .body("violations.field", hasItem("more"));
    ask(Map.of("programId", program.toString())).statusCode(400);
  }

  private void works(String day, String from, String to) {
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
                        day,
                        "from",
                        from,
                        "to",
                        to,
                        "validFrom",
                        "2020-01-01"))))
        .put(url("/patients/" + busy + "/obligations"))
        .then()
        .statusCode(200);
  }

  private Map<String, Object> slot(String day, String time) {
    return Map.of(
        "key",
        day.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + "-" + time.substring(0, 2),
        "day",
        day,
        "time",
        time,
        "minutes",
        60,
        "type",
        "process-group",
        "room",
        "room-1",
        "capacity",
        12,
        "facilitators",
        List.of(clinic.therapistCode));
  }

  private ValidatableResponse ask(Map<String, ?> body) {
    return director().body(body).post(PLANS + "?seconds=3").then();
  }

  private String laidOut(Map<String, ?> body) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ask(Map.of("programId", program.toString())).extract().statusCode() == 400);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                ask(Map.of(
                        "programId",
                        program.toString(),
                        "weekStart",
                        monday.plusDays(1).toString()))
                    .extract()
                    .<String>path("type")
                    .endsWith("week-begins-on-monday"));
    String plan = ask(body).statusCode(202).extract().path("id");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> plan(plan).body("state", equalTo("DONE")));
    return plan;
  }

  private ValidatableResponse plan(String id) {
    return director().get(PLANS + "/" + id).then().statusCode(200);
  }

  private ValidatableResponse accept(String plan, Map<String, ?> body) {
    return director()
        .header("If-Match", plan(plan).extract().header("ETag"))
        .body(body)
        .post(PLANS + "/" + plan + "/acceptance")
        .then();
  }

  private List<LocalDateTime> week(PatientId patient) {
    List<String> starts =
        director()
            .get(
                url(
                    "/patients/%s/sessions?from=%s&to=%s"
                        .formatted(
                            patient,
                            monday.atStartOfDay(Clinic.ZONE).toInstant(),
                            monday.plusWeeks(1).atStartOfDay(Clinic.ZONE).toInstant())))
            .then()
            .statusCode(200)
            .extract()
            .path("items.findAll { it.enrollmentState == 'BOOKED' }.startsAt");
    return starts.stream()
        .map(java.time.Instant::parse)
        .map(at -> LocalDateTime.ofInstant(at, Clinic.ZONE))
        .sorted()
        .toList();
  }

  /** A part that moves can meet what the caller left out; which parts move is up to the search. */
  private String whatStays(String plan, String touched) {
    List<String> changed =
        director().get(PLANS + "/" + plan + "/difference").path("changed.activity");
    return Stream.of(0, 2, 4)
        .flatMap(
            day ->
                Stream.of(LocalTime.of(9, 30), LocalTime.of(10, 40), LocalTime.of(11, 50))
                    .map(time -> monday.plusDays(day).atTime(time)))
        .filter(start -> !start.equals(monday.plusDays(2).atTime(9, 30)))
        .map(this::sessionAt)
        .filter(session -> !changed.contains(session) && !session.equals(touched))
        .findFirst()
        .orElseThrow();
  }

  private String sessionAt(LocalDateTime start) {
    List<String> ids =
        director()
            .get(
                url(
                    "/sessions?track=%s&from=%s&to=%s"
                        .formatted(
                            clinic.track,
                            start.atZone(Clinic.ZONE).toInstant(),
                            start.plusMinutes(30).atZone(Clinic.ZONE).toInstant())))
            .path("items.id");
    return UUID.fromString(ids.getFirst()).toString();
  }
}
