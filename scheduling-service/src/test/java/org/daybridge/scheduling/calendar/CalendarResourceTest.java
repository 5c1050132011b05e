package org.daybridge.scheduling.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.scheduling.Clinic.as;
import static org.daybridge.scheduling.Clinic.director;
import static org.daybridge.scheduling.Clinic.url;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.scheduling.Clinic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class CalendarResourceTest {

  @Test
  void aPatientSubscribesWithATokenThatCanBeRevoked() {
    var clinic = new Clinic();
    UUID session = clinic.plan(Instant.now().plus(Duration.ofDays(2)), 12);
    PatientId patient = clinic.admit();
    director()
        .body(Map.of("patientId", patient.toString()))
        .post(url("/sessions/" + session + "/enrollments"));
    TestGrants.self(patient.value());
    String token = Tokens.patient(patient.value());

    Response opened =
        as(token).body(Map.of("patientId", patient.toString())).post(url("/calendar-feeds"));

    assertThat(opened.statusCode()).isEqualTo(201);
    String feed = opened.path("url");
    String text = given().get(feed).then().statusCode(200).extract().asString();
    assertThat(text).contains("UID:" + session, "SUMMARY:Appointment");
    as(token).delete(url("/calendar-feeds/" + opened.path("id"))).then().statusCode(204);
    given().get(feed).then().statusCode(404);
    given().get(url("/calendars/wrong.ics")).then().statusCode(404);
  }

  @Test
  void aClinicianSubscribesToTheOwnCalendar() {
    var clinic = new Clinic();
    UUID session = clinic.plan(Instant.now().plus(Duration.ofDays(2)), 12);

    Response opened =
        clinic.therapist().body(Map.of("busyOnly", true)).post(url("/calendar-feeds"));

    String text = given().get(opened.<String>path("url")).asString();
    assertThat(text).contains("UID:" + session, "SUMMARY:Busy");
  }

  @Test
  void nobodySubscribesToAPatientWhomTheyMayNotSee() {
    PatientId patient = new Clinic().admit();

    as(Tokens.staff("therapist", UUID.randomUUID()))
        .body(Map.of("patientId", patient.toString()))
        .post(url("/calendar-feeds"))
        .then()
        .statusCode(404);
  }
}
