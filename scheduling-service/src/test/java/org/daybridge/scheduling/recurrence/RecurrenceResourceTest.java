package org.daybridge.scheduling.recurrence;

import static org.daybridge.scheduling.Clinic.as;
import static org.daybridge.scheduling.Clinic.url;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class RecurrenceResourceTest {

  @Test
  void showsTheNominalTimeAndTheInstant() {
    expand(
            Map.of(
                "dtstart",
                "2026-03-07T02:30:00",
                "zone",
                "America/New_York",
                "rrule",
                "FREQ=DAILY;COUNT=3",
                "exdate",
                List.of("2026-03-09T02:30:00")))
        .then()
        .statusCode(200)
        .body("occurrences", hasSize(2))
        .body("occurrences[1].local", equalTo("2026-03-08T02:30:00"))
        .body("occurrences[1].instant", equalTo("2026-03-08T07:30:00Z"));
  }

  @Test
  void hundredOccurrencesUnlessToldAndAThousandAtMost() {
    var endless = Map.of("dtstart", "2026-03-07T09:00", "zone", "UTC", "rrule", "FREQ=DAILY");

    expand(endless).then().body("occurrences", hasSize(100));
    expand(
            Map.of(
                "dtstart", "2026-03-07T09:00", "zone", "UTC", "rrule", "FREQ=DAILY", "limit", 1001))
        .then()
        .statusCode(400);
  }

  @Test
  void refusesByName() {
    expand(
            Map.of(
                "dtstart",
                "2026-03-07T09:00",
                "zone",
                "Europe/Berlin",
                "rrule",
                "FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z"))
        .then()
        .statusCode(422)
        .body("type", endsWith("/recurrence-count-or-until"));
    expand(Map.of("dtstart", "2026-03-07T09:00", "zone", "Nowhere/Land"))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("zone"));
    expand(Map.of("dtstart", "2026-02-30T09:00", "zone", "UTC")).then().statusCode(400);
  }

  @Test
  void everyMemberOfTheStaffAndAClientMayAskAndAPatientMayNot() {
    var body = Map.of("dtstart", "2026-03-07T09:00", "zone", "UTC");

    as(Tokens.integrationClient("ehr")).body(body).post(path()).then().statusCode(200);
    as(Tokens.patient(UUID.randomUUID())).body(body).post(path()).then().statusCode(403);
  }

  private static Response expand(Map<String, ?> body) {
    return as(Tokens.staff("nurse", UUID.randomUUID())).body(body).post(path());
  }

  private static String path() {
    return url("/recurrences/expansion");
  }
}
