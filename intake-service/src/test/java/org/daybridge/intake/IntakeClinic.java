package org.daybridge.intake;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteOpened;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;

/** A small clinic of its own for each test: a site, staff, a program and two tracks. */
public final class IntakeClinic {
  public final UUID site = Ids.next();
  public final UUID coordinator = Ids.next();
  public final UUID therapist = Ids.next();
  public final UUID prescriber = Ids.next();
  public final UUID director = Ids.next();
  public final String suffix = Long.toString(Ids.next().getLeastSignificantBits() & 0xffffffL, 36);
  public final String program = "harbor-" + suffix;
  public final String substanceUse = "su-evening-" + suffix;
  public final String mentalHealth = "mh-day-" + suffix;

  public static IntakeClinic open() {
    IntakeClinic clinic = new IntakeClinic();
    TestEvents.publish(
        new SiteOpened(new SiteId(clinic.site), "main-" + clinic.suffix, "America/New_York", true));
    clinic.staff(clinic.coordinator, "intake_coordinator");
    clinic.staff(clinic.therapist, "therapist");
    clinic.staff(clinic.prescriber, "prescriber");
    clinic.staff(clinic.director, "clinical_director");
    clinic.awaitStaff();
    clinic
        .as(Tokens.service())
        .body(Map.of("name", "Harbor Street"))
        .put("/api/intake/v1/programs/" + clinic.program)
        .then()
        .statusCode(200);
    clinic.track(clinic.substanceUse, "SUBSTANCE_USE", "EVENING", "ASAM_4");
    clinic.track(clinic.mentalHealth, "MENTAL_HEALTH", "DAY", "LOCUS");
    clinic.oversee(clinic.coordinator, "intake_coordinator");
    clinic.oversee(clinic.director, "clinical_director");
    return clinic;
  }

  private void staff(UUID id, String role) {
    TestEvents.publish(
        new StaffRegistered(new StaffId(id), role, Set.of(role), List.of(), null, true));
  }

  private void awaitStaff() {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              try (var connection = TestPlatform.superuser();
                  var select =
                      connection.prepareStatement(
                          "select (select count(*) from staff_member where staff_id = any(?))"
                              + " + (select count(*) from site where site_id = ?)")) {
                select.setArray(
                    1,
                    connection.createArrayOf(
                        "uuid", new UUID[] {coordinator, therapist, prescriber, director}));
                select.setObject(2, site);
                var row = select.executeQuery();
                row.next();
                org.assertj.core.api.Assertions.assertThat(row.getInt(1)).isEqualTo(5);
              }
            });
  }

  private void track(String code, String population, String model, String instrument) {
    as(Tokens.service())
        .body(
            Map.of(
                "programCode", program,
                "name", code,
                "population", population,
                "levelOfCare", "INTENSIVE_OUTPATIENT",
                "scheduleModel", model,
                "instrument", instrument,
                "plannedWeeks", 8,
                "siteIds", List.of(site),
                "active", true))
        .put("/api/intake/v1/tracks/" + code)
        .then()
        .statusCode(200);
  }

  private void oversee(UUID staff, String role) {
    as(Tokens.service())
        .body(Map.of("role", role))
        .put("/api/intake/v1/programs/" + program + "/staff/" + staff)
        .then()
        .statusCode(204);
  }

  public io.restassured.specification.RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType("application/json");
  }

  public io.restassured.specification.RequestSpecification asCoordinator() {
    return as(Tokens.staff("intake_coordinator", coordinator));
  }

  public io.restassured.specification.RequestSpecification asTherapist() {
    return as(Tokens.staff("therapist", therapist));
  }

  public io.restassured.specification.RequestSpecification asPrescriber() {
    return as(Tokens.staff("prescriber", prescriber));
  }

  public io.restassured.specification.RequestSpecification asDirector() {
    return as(Tokens.staff("clinical_director", director));
  }

  /** A referral body of somebody whom nobody has met. */
  public Map<String, Object> referral(String track) {
    return Map.of(
        "person",
        Map.of(
            "familyName", "Person" + Ids.next(),
            "givenName", "Ada",
            "birthDate", "1990-05-17",
            "sex", "FEMALE",
            "discreetContact", true,
            "phone", "555-0100"),
        "trackCode",
        track,
        "source",
        "PROVIDER",
        "channel",
        "PHONE",
        "urgency",
        "ROUTINE",
        "medications",
        List.of(
            Map.of(
                "codeSystem", "http://www.nlm.nih.gov/research/umls/rxnorm",
                "code", "36437",
                "description", "sertraline"),
            Map.of("description", "a white sleeping pill")),
        "allergies",
        List.of(Map.of("description", "penicillin", "criticality", "HIGH")));
  }

  public ValidatableResponse refer(String track) {
    return asCoordinator()
        .body(referral(track))
        .post("/api/intake/v1/referrals")
        .then()
        .statusCode(201);
  }

  /**
   * A referral that was accepted, assessed and decided, with consent and care team: ready to admit.
   */
  public Ready ready(String track) {
    var referred = refer(track).extract();
    Ready ready = new Ready(referred.path("id"), referred.path("patientId"));
    prepare(ready);
    return ready;
  }

  public record Ready(String referral, String patient) {}

  public void prepare(Ready ready) {
    String base = "/api/intake/v1/referrals/" + ready.referral();
    asCoordinator()
        .body(
            Map.of(
                "assessmentOn", LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2).toString(),
                "assessors", List.of(therapist, prescriber)))
        .post(base + "/acceptance")
        .then()
        .statusCode(200);
    asPrescriber()
        .body(
            Map.of("summary", "assessed", "diagnoses", List.of(Map.of("code", "F33.1", "rank", 1))))
        .put(base + "/assessments/PSYCHIATRIC")
        .then()
        .statusCode(200);
    asPrescriber()
        .body(
            Map.of(
                "reason",
                "laboratory pending",
                "dueOn",
                LocalDate.now(java.time.ZoneOffset.UTC).plusDays(7).toString()))
        .post(base + "/assessments/MEDICAL/deferral")
        .then()
        .statusCode(200);
    asTherapist()
        .body(Map.of("summary", "lives with two children"))
        .put(base + "/assessments/PSYCHOSOCIAL")
        .then()
        .statusCode(200);
    asTherapist().body(decision()).post(base + "/level-of-care-decisions").then().statusCode(201);
    asCoordinator()
        .body(
            Map.of(
                "type", "TREATMENT",
                "documentVersion", "2026-1",
                "language", "en",
                "signedBy", "patient",
                "signedAt", Instant.now().minusSeconds(60).toString()))
        .post("/api/intake/v1/patients/" + ready.patient() + "/consents")
        .then()
        .statusCode(201);
    asCoordinator()
        .body(Map.of("staffId", therapist, "role", "therapist"))
        .post("/api/intake/v1/patients/" + ready.patient() + "/care-team")
        .then()
        .statusCode(200);
  }

  public static Map<String, Object> decision() {
    return Map.of(
        "asam4",
        Map.of(
            "D1", "OUTPATIENT",
            "D2", "OUTPATIENT",
            "D3", "INTENSIVE_OUTPATIENT",
            "D4", "INTENSIVE_OUTPATIENT",
            "D5", "OUTPATIENT"),
        "chosen",
        "INTENSIVE_OUTPATIENT",
        "whyNotLower",
        "cravings daily",
        "whyNotHigher",
        "stable housing");
  }

  public Map<String, Object> admission() {
    return Map.of("siteId", site, "primaryClinician", therapist, "coverage", "PENDING");
  }

  public ValidatableResponse admit(Ready ready) {
    return asTherapist()
        .body(admission())
        .post("/api/intake/v1/referrals/" + ready.referral() + "/admission")
        .then();
  }
}
