package org.daybridge.scheduling;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.Tokens;

/**
 * A clinic of its own for each test: a site, rooms, people, types of session, admitted patients.
 */
public final class Clinic {
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  public final String site = "site-" + Ids.next().toString().substring(24);
  public final String track = "track-" + Ids.next().toString().substring(24);
  public final UUID siteId;
  public final UUID therapist;
  public final String therapistCode = "kim-" + Ids.next().toString().substring(24);

  public Clinic() {
    siteId =
        id(
            put(
                "/sites/" + site,
                Map.of("name", "Harbor Street", "zone", ZONE.getId(), "openings", List.of())));
    room("room-1", 20);
    therapist = staff(therapistCode, LocalDate.now(ZONE).plusYears(2));
    type("process-group", "GROUP", true);
    type("individual-therapy", "INDIVIDUAL", true);
    type("mutual-support", "OPEN", false);
  }

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  public static RequestSpecification director() {
    return as(Tokens.staff("program_director", UUID.nameUUIDFromBytes(new byte[] {1})));
  }

  public RequestSpecification therapist() {
    return as(Tokens.staff("therapist", therapist));
  }

  public static String url(String path) {
    return "/api/scheduling/v1" + path;
  }

  public static Response put(String path, Map<String, ?> body) {
    return director().body(body).put(url(path));
  }

  public static UUID id(Response response) {
    if (response.statusCode() >= 300) {
      throw new AssertionError(response.statusCode() + " " + response.asString());
    }
    return UUID.fromString(response.path("id"));
  }

  public UUID room(String code, int seats) {
    return id(
        put(
            "/sites/" + site + "/rooms/" + code,
            Map.of("name", code, "seats", seats, "features", List.of("group"))));
  }

  public UUID staff(String code, LocalDate licensedTo) {
    return id(
        put(
            "/staff/" + code,
            Map.of(
                "givenName",
                "Kim",
                "familyName",
                "Example",
                "discipline",
                "SOCIAL_WORK",
                "roles",
                List.of("therapist"),
                "sites",
                List.of(site),
                "licenses",
                List.of(
                    Map.of(
                        "type",
                        "LCSW",
                        "number",
                        "123",
                        "state",
                        "NY",
                        "expiresOn",
                        licensedTo.toString())))));
  }

  public static void type(String code, String seats, boolean clinical) {
    Response _ =
        put(
            "/session-types/" + code,
            Map.of(
                "name",
                code,
                "modality",
                "GROUP_THERAPY",
                "clinical",
                clinical,
                "billable",
                clinical,
                "needsNote",
                true,
                "seats",
                seats,
                "need",
                clinical ? "LICENSE" : "NONE"));
  }

  /** A body for a session of the process group in room 1. */
  public Map<String, Object> session(Instant start, int capacity) {
    var body = new HashMap<String, Object>();
    body.put("type", "process-group");
    body.put("site", site);
    body.put("room", "room-1");
    body.put("startsAt", start.toString());
    body.put("minutes", 60);
    body.put("capacity", capacity);
    body.put("facilitators", List.of(therapistCode));
    return body;
  }

  public UUID plan(Instant start, int capacity) {
    return id(director().body(session(start, capacity)).post(url("/sessions")));
  }

  public PatientId admit() {
    return admit(Instant.now().minus(Duration.ofDays(30)));
  }

  public PatientId admit(Instant at) {
    return admit(at, Population.MENTAL_HEALTH, LocalDate.of(1990, 1, 1)).patientId();
  }

  /** Intake announces an admission; waits until this service knows the patient. */
  public PatientAdmitted admit(Instant at, Population population, LocalDate birthDate) {
    PatientAdmitted admitted = announce(at, population, birthDate);
    awaitKnown(admitted.patientId());
    return admitted;
  }

  /** As admit, without waiting. */
  public PatientId admitUnseen() {
    return announce(
            Instant.now().minus(Duration.ofDays(30)),
            Population.MENTAL_HEALTH,
            LocalDate.of(1990, 1, 1))
        .patientId();
  }

  public void awaitKnown(PatientId patient) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> director().get(url("/patients/" + patient + "/sessions")).statusCode() == 200);
  }

  private PatientAdmitted announce(Instant at, Population population, LocalDate birthDate) {
    var admitted =
        new PatientAdmitted(
            new EpisodeId(Ids.next()),
            new PatientId(Ids.next()),
            null,
            new ReferralId(Ids.next()),
            new ProgramId(Ids.next()),
            new TrackId(Ids.next()),
            track,
            population,
            LevelOfCare.INTENSIVE_OUTPATIENT,
            new SiteId(siteId),
            ZONE.getId(),
            at,
            at.atZone(ZONE).toLocalDate(),
            12,
            birthDate,
            "F",
            new StaffId(therapist),
            "us-adult-default/1");
    TestEvents.publish(admitted);
    return admitted;
  }
}
