package org.daybridge.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.scheduling.Clinic.as;
import static org.daybridge.scheduling.Clinic.director;
import static org.daybridge.scheduling.Clinic.id;
import static org.daybridge.scheduling.Clinic.url;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.kit.timer.ServiceClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class FhirFacadesTest {
  @Inject ServiceClock clock;

  private Clinic clinic;
  private Instant start;
  private PatientId patient;
  private UUID session;
  private UUID appointment;

  @BeforeEach
  void bookAnAppointment() {
    clinic = new Clinic();
    start = Instant.now().plus(Duration.ofHours(30));
    session = clinic.plan(start, 12);
    patient = clinic.admit();
    appointment = book(patient);
  }

  @AfterEach
  void backToNow() {
    clock.show(Instant.now());
  }

  private UUID book(PatientId who) {
    return id(
        director()
            .body(Map.of("patientId", who.toString()))
            .post(url("/sessions/" + session + "/enrollments")));
  }

  @Test
  void anAppointmentIsBookedAndValid() {
    Response read = director().get("/fhir/Appointment/" + appointment);

    read.then()
        .statusCode(200)
        .contentType("application/fhir+json")
        .body("status", equalTo("booked"))
        .body("participant.actor.reference", hasItem("Patient/" + patient));
    assertThat(read.header("ETag")).startsWith("W/\"");
    assertThat(FhirRecords.errors(read.asString())).isEmpty();
  }

  @Test
  void appointmentsAreSearchedByPatientDateAndStatus() {
    String day = start.toString().substring(0, 10);
    director()
        .get("/fhir/Appointment?patient=" + patient + "&date=" + day + "&status=booked")
        .then()
        .statusCode(200)
        .body("entry", hasSize(1))
        .body("link[0].relation", equalTo("self"));
    director()
        .contentType(ContentType.URLENC)
        .formParam("patient", "Patient/" + patient)
        .formParam("date", "lt" + day)
        .post("/fhir/Appointment/_search")
        .then()
        .statusCode(200)
        .body("entry", equalTo(null));
    director()
        .get("/fhir/Appointment?patient=" + patient + "&_revinclude=Provenance:target")
        .then()
        .body("entry.resource.resourceType", hasItem("Provenance"));
  }

  @Test
  void aSearchThatNamesNobodyOrAnUnknownParameterIsRefused() {
    director()
        .get("/fhir/Appointment?status=booked")
        .then()
        .statusCode(400)
        .body("resourceType", equalTo("OperationOutcome"));
    director().get("/fhir/Appointment?patient=" + patient + "&color=red").then().statusCode(400);
  }

  @Test
  void aSearchGoesOnPageByPage() {
    for (int i = 1; i <= 2; i++) {
      UUID another = clinic.plan(start.plus(Duration.ofHours(2L * i)), 12);
      director()
          .body(Map.of("patientId", patient.toString()))
          .post(url("/sessions/" + another + "/enrollments"));
    }
    Response first = director().get("/fhir/Appointment?patient=" + patient + "&_count=2");
    first.then().body("entry", hasSize(2));
    String next = first.path("link.find { it.relation == 'next' }.url");

    director().get(next).then().statusCode(200).body("entry", hasSize(1));
  }

  @Test
  void provenanceTellsWhoBookedIt() {
    director()
        .get("/fhir/Provenance/Appointment-" + appointment)
        .then()
        .statusCode(200)
        .body("target[0].reference", equalTo("Appointment/" + appointment))
        .body("agent[0].who.reference", notNullValue());
  }

  @Test
  void strangersAndClientsOfPart2SeeNothingAndTheCareTeamDoes() {
    String stranger = Tokens.staff("therapist", UUID.randomUUID());
    UUID caring = UUID.randomUUID();
    TestGrants.careTeam(caring, patient.value());
    PatientId part2 =
        clinic
            .admit(
                Instant.now().minus(Duration.ofDays(2)),
                Population.SUBSTANCE_USE,
                LocalDate.of(1980, 1, 1))
            .patientId();
    UUID labelled = book(part2);

    as(stranger).get("/fhir/Appointment/" + appointment).then().statusCode(404);
    as(Tokens.staff("therapist", caring))
        .get("/fhir/Appointment/" + appointment)
        .then()
        .statusCode(200);
    String ehr = Tokens.integrationClient("ehr");
    as(ehr).get("/fhir/Appointment/" + appointment).then().statusCode(200);
    as(ehr).get("/fhir/Appointment/" + labelled).then().statusCode(404);
    director()
        .get("/fhir/Appointment/" + labelled)
        .then()
        .body("meta.security.code", hasItem("ETH"));
  }

  @Test
  void anUnknownAppointmentIsAnOperationOutcome() {
    director()
        .get("/fhir/Appointment/" + Ids.next())
        .then()
        .statusCode(404)
        .body("resourceType", equalTo("OperationOutcome"));
  }

  @Test
  void whatTookPlaceIsAnEncounter() {
    clock.show(start);
    clinic
        .therapist()
        .body(Map.of("attendees", List.of(Map.of("patientId", patient.toString()))))
        .post(url("/sessions/" + session + "/check-ins"))
        .then()
        .statusCode(201);

    Response found = director().get("/fhir/Encounter?patient=" + patient);

    found.then().statusCode(200).body("entry", hasSize(1));
    found.then().body("entry[0].resource.status", equalTo("in-progress"));
    String encounter = found.path("entry[0].resource.id");
    Response read = director().get("/fhir/Encounter/" + encounter);
    assertThat(FhirRecords.errors(read.asString())).isEmpty();
    director().get("/fhir/Appointment/" + appointment).then().body("status", equalTo("checked-in"));
  }

  @Test
  void sitesAndStaffAreLocationsPractitionersAndRoles() {
    Response location = director().get("/fhir/Location/" + clinic.siteId);
    Response practitioner = director().get("/fhir/Practitioner/" + clinic.therapist);
    Response role =
        director().get("/fhir/PractitionerRole?practitioner=Practitioner/" + clinic.therapist);

    location.then().statusCode(200).body("name", equalTo("Harbor Street"));
    practitioner.then().statusCode(200).body("name[0].family", equalTo("Example"));
    role.then().statusCode(200).body("entry", hasSize(1));
    assertThat(FhirRecords.errors(location.asString())).isEmpty();
    assertThat(FhirRecords.errors(practitioner.asString())).isEmpty();
    director()
        .queryParam("identifier", "urn:daybridge:staff|" + clinic.therapistCode)
        .get("/fhir/Practitioner")
        .then()
        .body("entry", hasSize(1));
    director().get("/fhir/Location?name=harbor&_count=1").then().body("entry", hasSize(1));
  }
}
