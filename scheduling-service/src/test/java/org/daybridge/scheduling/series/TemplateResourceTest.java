package org.daybridge.scheduling.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.daybridge.scheduling.Clinic.director;
import static org.daybridge.scheduling.Clinic.id;
import static org.daybridge.scheduling.Clinic.put;
import static org.daybridge.scheduling.Clinic.url;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.scheduling.Clinic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TemplateResourceTest {
  private Clinic clinic;

  @BeforeEach
  void openClinic() {
    clinic = new Clinic();
  }

  @Test
  void aTemplatePutsSixWeeksOfSessionsOnTheCalendarAtTheirWallClockTime() {
    Response entered =
        enter(List.of(slot("mon-1", "MONDAY", "09:00"), slot("wed-1", "WEDNESDAY", "13:30")));

    assertThat(entered.statusCode()).isEqualTo(201);
    List<String> starts = sessions().path("items.localStart");
    assertThat(starts).hasSizeBetween(11, 13);
    assertThat(starts.stream().map(LocalDateTime::parse).map(LocalDateTime::toLocalTime))
        .containsOnly(LocalTime.of(9, 0), LocalTime.of(13, 30));
  }

  @Test
  void enteringTheSameTemplateAgainChangesNothing() {
    enter(List.of(slot("mon-1", "MONDAY", "09:00")));
    List<String> before = sessions().path("items.id");

    Response again = enter(List.of(slot("mon-1", "MONDAY", "09:00")));

    assertThat(again.statusCode()).isEqualTo(200);
    List<String> after = sessions().path("items.id");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aChangedSlotIsReplacedAndTheOthersStay() {
    Response entered =
        enter(List.of(slot("mon-1", "MONDAY", "09:00"), slot("tue-1", "TUESDAY", "09:00")));
    List<String> tuesdays = planned("09:00", "TUESDAY");

    Response changed =
        director()
            .header("If-Match", entered.header("ETag"))
            .body(
                body(List.of(slot("mon-1", "MONDAY", "10:00"), slot("tue-1", "TUESDAY", "09:00"))))
            .put(url(path()));

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(planned("09:00", "MONDAY")).isEmpty();
    assertThat(planned("10:00", "MONDAY")).hasSizeBetween(5, 7);
    assertThat(planned("09:00", "TUESDAY")).isEqualTo(tuesdays);
  }

  @Test
  void overlappingSlotsAndAnEveningInADayTrackAreRefused() {
    put(path("overlap"), body(List.of(slot("a", "MONDAY", "09:00"), slot("b", "MONDAY", "09:30"))))
        .then()
        .statusCode(422)
        .body("type", endsWith("/patient-double-booked"));
    put(path("evening"), body(List.of(slot("a", "MONDAY", "18:00"))))
        .then()
        .statusCode(422)
        .body("type", endsWith("/schedule-model"));
  }

  @Test
  void aTemplateWhoseClinicianIsTakenIsRefusedAsAWhole() {
    enter(List.of(slot("mon-1", "MONDAY", "09:00")));

    put(
            path("other"),
            body(List.of(slot("fri-1", "FRIDAY", "09:00"), slot("mon-2", "MONDAY", "09:30"))))
        .then()
        .statusCode(409)
        .body("type", endsWith("/clinician-double-booked"));
    director().get(url("/sessions?track=other")).then().body("items", hasSize(0));
  }

  @Test
  void aHolidayLeavesOneOccasionOut() {
    var today = Instant.now().atZone(Clinic.ZONE).toLocalDate();
    var holiday =
        today
            .plusWeeks(2)
            .with(java.time.temporal.TemporalAdjusters.next(java.time.DayOfWeek.MONDAY));
    enter(List.of(slot("mon-1", "MONDAY", "09:00")));
    int usual = sessions().<List<String>>path("items.id").size();
    var closed = new Clinic();
    Response site = director().get(url("/sites/" + closed.site));
    director()
        .header("If-Match", site.header("ETag"))
        .body(
            Map.of(
                "name",
                "Harbor Street",
                "zone",
                Clinic.ZONE.getId(),
                "holidays",
                List.of(Map.of("date", holiday.toString(), "name", "Founders' Day"))))
        .put(url("/sites/" + closed.site))
        .then()
        .statusCode(200);
    clinic = closed;

    Response entered = enter(List.of(slot("mon-1", "MONDAY", "09:00")));

    assertThat(entered.statusCode()).isEqualTo(201);
    assertThat(sessions().<List<String>>path("items.id")).hasSize(usual - 1);
  }

  @Test
  void anAdmissionGivesASeatInEverySessionOfTheTrackAndADischargeClosesThem() {
    enter(List.of(slot("mon-1", "MONDAY", "09:00"), slot("wed-1", "WEDNESDAY", "09:00")));
    var admitted =
        clinic.admit(
            Instant.now().minusSeconds(60),
            Population.SUBSTANCE_USE,
            java.time.LocalDate.of(1985, 5, 5));
    PatientId patient = admitted.patientId();

    int seats = sessions().<List<String>>path("items.id").size();
    assertThat(mine(patient, "BOOKED")).hasSize(seats);

    TestEvents.publish(
        new PatientDischarged(
            admitted.episodeId(), patient, Instant.now(), "completed", true, null));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(mine(patient, "BOOKED")).isEmpty());
    assertThat(mine(patient, "CANCELLED")).hasSize(seats);
  }

  @Test
  void aTemplateThatComesAfterTheAdmissionSeatsTheMembers() {
    PatientId patient = clinic.admit();

    enter(List.of(slot("mon-1", "MONDAY", "09:00")));

    assertThat(mine(patient, "BOOKED")).hasSizeBetween(5, 7);
  }

  @Test
  void theThirteenthMemberWaits() {
    enter(List.of(slot("mon-1", "MONDAY", "09:00")));
    PatientId last = null;
    for (int i = 0; i < 13; i++) {
      last = clinic.admit();
    }

    assertThat(mine(last, "BOOKED")).isEmpty();
    assertThat(mine(last, "WAITING")).hasSizeBetween(5, 7);
  }

  @Test
  void aSeriesWithARuleIsBookedAsAWholeOrWithAReport() {
    var start = Instant.now().atZone(Clinic.ZONE).toLocalDate().plusDays(2).atTime(8, 0);
    var body = new HashMap<String, Object>();
    body.put("type", "process-group");
    body.put("site", clinic.site);
    body.put("room", "room-1");
    body.put("minutes", 60);
    body.put("facilitators", List.of(clinic.therapistCode));
    body.put("dtstart", start.toString());
    body.put("rrule", "FREQ=DAILY;COUNT=3");
    clinic.plan(start.plusDays(1).atZone(Clinic.ZONE).toInstant(), 12);

    director()
        .body(body)
        .post(url("/series"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/clinician-double-booked"));
    body.put("partial", true);
    UUID series = id(director().body(body).post(url("/series")));
    director()
        .get(url("/series/" + series))
        .then()
        .body("sessions", hasSize(2))
        .body("gaps", hasSize(1));
  }

  private List<String> mine(PatientId patient, String state) {
    List<Map<String, Object>> items =
        director().get(url("/patients/" + patient + "/sessions?limit=200")).path("items");
    return items.stream()
        .filter(item -> state.equals(item.get("enrollmentState")))
        .map(item -> (String) item.get("sessionId"))
        .toList();
  }

  private List<String> planned(String time, String day) {
    List<Map<String, Object>> items = sessions().path("items");
    return items.stream()
        .filter(item -> "PLANNED".equals(item.get("state")))
        .filter(
            item -> {
              var local = LocalDateTime.parse((String) item.get("localStart"));
              return local.toLocalTime().equals(LocalTime.parse(time))
                  && local.getDayOfWeek().name().equals(day);
            })
        .map(item -> (String) item.get("id"))
        .toList();
  }

  private Response sessions() {
    Instant now = Instant.now();
    return director()
        .get(
            url(
                "/sessions?limit=200&track="
                    + clinic.track
                    + "&from="
                    + now
                    + "&to="
                    + now.plus(Duration.ofDays(70))));
  }

  private Response enter(List<Map<String, Object>> slots) {
    return put(path(), body(slots));
  }

  private String path() {
    return path(clinic.track);
  }

  private static String path(String track) {
    return "/tracks/" + track + "/template";
  }

  private Map<String, Object> body(List<Map<String, Object>> slots) {
    return Map.of("site", clinic.site, "model", "DAYTIME", "slots", slots);
  }

  private Map<String, Object> slot(String key, String day, String time) {
    return Map.of(
        "key",
        key,
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
}
