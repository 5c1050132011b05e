package org.daybridge.medication;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SchedulingEvent.License;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;

/** A person in treatment, the prescriber who treats, and the calls that the tests make. */
public final class MedicationFixture {
  public static final String API = "/api/medication/v1";

  public final UUID patient = Ids.next();
  public final UUID episode = Ids.next();
  public final UUID prescriber = Ids.next();
  public final String token = Tokens.staff("prescriber", prescriber);

  /** A person of 35 on the mental-health track, admitted and known here. */
  public static MedicationFixture admitted() {
    return admitted("male", Population.MENTAL_HEALTH);
  }

  public static MedicationFixture admitted(String sex, Population population) {
    var fixture = new MedicationFixture();
    TestGrants.careTeam(fixture.prescriber, fixture.patient);
    TestEvents.publish(fixture.admission(sex, population));
    awaitRow("select 1 from followed_patient where episode_id = '" + fixture.episode + "'");
    return fixture;
  }

  public PatientAdmitted admission(String sex, Population population) {
    return new PatientAdmitted(
        new EpisodeId(episode),
        new PatientId(patient),
        null,
        new ReferralId(Ids.next()),
        new ProgramId(Ids.next()),
        new TrackId(Ids.next()),
        "track",
        population,
        LevelOfCare.values()[0],
        new SiteId(Ids.next()),
        "America/New_York",
        Instant.now(),
        LocalDate.now(ZoneOffset.UTC),
        8,
        LocalDate.now(ZoneOffset.UTC).minusYears(35),
        sex,
        new StaffId(prescriber),
        "test");
  }

  /** The register says that the prescriber holds a DEA registration until this day. */
  public MedicationFixture withDeaUntil(LocalDate day) {
    TestEvents.publish(
        new StaffRegistered(
            new StaffId(prescriber),
            "PSYCHIATRY",
            Set.of("prescriber"),
            List.of(new License("DEA", "XX0000000", "PA", day)),
            null,
            true));
    awaitRow("select 1 from prescriber_authority where staff_id = '" + prescriber + "'");
    return this;
  }

  public MedicationFixture withDea() {
    return withDeaUntil(LocalDate.now(ZoneOffset.UTC).plusYears(1));
  }

  public static void awaitRow(String sql) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> exists(sql));
  }

  private static boolean exists(String sql) throws SQLException {
    try (var connection = TestPlatform.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }

  public ValidatableResponse post(String path, String body) {
    return postAs(token, path, body);
  }

  public static ValidatableResponse postAs(String token, String path, String body) {
    return given()
        .header("Authorization", "Bearer " + token)
        .contentType(ContentType.JSON)
        .body(body)
        .post(API + path)
        .then();
  }

  public ValidatableResponse post(String path, String etag, String body) {
    return given()
        .header("Authorization", "Bearer " + token)
        .header("If-Match", etag)
        .contentType(ContentType.JSON)
        .body(body)
        .post(API + path)
        .then();
  }

  public ValidatableResponse get(String path) {
    return getAs(token, path);
  }

  public static ValidatableResponse getAs(String token, String path) {
    return given().header("Authorization", "Bearer " + token).get(API + path).then();
  }

  /** An order for a drug by its ingredient code; {@code more} are further fields. */
  public String order(String rxcui, String milligrams, String more) {
    return """
        {"patientId":"%s","medication":{"rxcui":"%s"},
         "dose":{"amount":%s,"unit":"MG","route":"PO","frequency":1},
         "encounter":{"kind":"IN_PERSON"},
         "indication":{"code":"F32.1","text":"depression"}%s}
        """
        .formatted(patient, rxcui, milligrams, more.isEmpty() ? "" : "," + more);
  }
}
