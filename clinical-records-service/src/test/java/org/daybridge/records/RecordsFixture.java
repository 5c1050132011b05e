package org.daybridge.records;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.AssessmentId;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.AssessmentCompleted;
import org.daybridge.contract.intake.IntakeEvent.PatientAdmitted;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.AttendanceId;
import org.daybridge.contract.scheduling.SchedulingEvent.License;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionScheduled;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;

/** One admitted patient with a therapist, told by the events that intake and scheduling send. */
public final class RecordsFixture {

  public static final String API = "/api/clinical-records/v1";
  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  public final UUID patient = Ids.next();
  public final UUID episode = Ids.next();
  public final UUID therapist = Ids.next();
  public final UUID supervisor = Ids.next();
  public final Instant admittedAt = Instant.now().minus(Duration.ofDays(3));

  private RecordsFixture() {}

  public static RecordsFixture admitted() {
    return admitted(Population.MENTAL_HEALTH);
  }

  public static RecordsFixture admitted(Population population) {
    var story = new RecordsFixture();
    TestGrants.careTeam(story.therapist, story.patient);
    TestGrants.careTeam(story.supervisor, story.patient);
    TestGrants.self(story.patient);
    register(story.therapist, List.of(license()));
    register(story.supervisor, List.of(license()));
    story.assess();
    story.admit(population);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                story
                    .as(story.therapist())
                    .get(API + "/interim-plans?patientId=" + story.patient)
                    .then()
                    .statusCode(200)
                    .body("size()", org.hamcrest.Matchers.equalTo(1)));
    return story;
  }

  private static License license() {
    return new License("LCSW", "x", "NY", LocalDate.now(ZONE).plusYears(1));
  }

  public static void register(UUID staff, List<License> licenses) {
    TestEvents.publish(
        new StaffRegistered(new StaffId(staff), "LCSW", Set.of("therapist"), licenses, null, true));
  }

  void assess() {
    TestEvents.publish(
        new AssessmentCompleted(
            new AssessmentId(Ids.next()),
            new PatientId(patient),
            new ReferralId(Ids.next()),
            AssessmentKind.PSYCHIATRIC,
            admittedAt));
  }

  void admit(Population population) {
    TestEvents.publish(
        new PatientAdmitted(
            new EpisodeId(episode),
            new PatientId(patient),
            null,
            new ReferralId(Ids.next()),
            new ProgramId(Ids.next()),
            new TrackId(Ids.next()),
            "MH-DAY",
            population,
            LevelOfCare.INTENSIVE_OUTPATIENT,
            new SiteId(Ids.next()),
            ZONE.getId(),
            admittedAt,
            LocalDate.ofInstant(admittedAt, ZONE),
            8,
            LocalDate.parse("1990-05-05"),
            "female",
            new StaffId(therapist),
            "test"));
  }

  /** An hour of therapy yesterday, led by the therapist, attended for so many minutes. */
  public UUID attended(int minutes) {
    var session = new SessionId(Ids.next());
    attended(session, minutes);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                as(therapist())
                    .get(API + "/worklists/unsigned-notes")
                    .then()
                    .statusCode(200)
                    .body(
                        "items.sessionId",
                        org.hamcrest.Matchers.hasItem(session.value().toString())));
    return session.value();
  }

  /** The patient was at this session too; waits until the record knows. */
  public void attendedOnly(SessionId session, int minutes) {
    attended(session, minutes, false);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              try (var connection = TestPlatform.superuser();
                  var statement = connection.createStatement();
                  var rows =
                      statement.executeQuery(
                          "select 1 from attendance where patient_id = '" + patient + "'")) {
                return rows.next();
              }
            });
  }

  public void attended(SessionId session, int minutes) {
    attended(session, minutes, true);
  }

  private void attended(SessionId session, int minutes, boolean scheduled) {
    var start =
        Instant.now()
            .minus(Duration.ofHours(26))
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    if (scheduled) {
      schedule(session, start);
    }
    TestEvents.publish(
        new SessionAttended(
            new AttendanceId(Ids.next()),
            new PatientId(patient),
            new EpisodeId(episode),
            session,
            "INDIVIDUAL",
            start,
            start.plus(Duration.ofMinutes(minutes)),
            minutes,
            true,
            "ATTENDED"));
  }

  private void schedule(SessionId session, Instant start) {
    TestEvents.publish(
        new SessionScheduled(
            session,
            null,
            "INDIVIDUAL",
            new SiteId(Ids.next()),
            ZONE.getId(),
            start,
            start.plus(Duration.ofHours(1)),
            List.of(new StaffId(therapist))));
  }

  public String therapist() {
    return Tokens.staff("therapist", therapist);
  }

  public String supervisor() {
    return Tokens.staff("supervisor", supervisor);
  }

  public String self() {
    return Tokens.patient(patient);
  }

  public RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  public ValidatableResponse post(String token, String path, Object body) {
    return as(token).body(body).post(API + path).then();
  }

  public ValidatableResponse post(String token, String path, String etag, Object body) {
    return as(token).header("If-Match", etag).body(body).post(API + path).then();
  }

  public static Map<String, Object> noteContent(String words, int minutes, List<UUID> goals) {
    return Map.of(
        "sections",
        List.of(
            Map.of("code", "data", "text", words),
            Map.of("code", "assessment", "text", "calmer than last week"),
            Map.of("code", "plan", "text", "go on")),
        "minutes",
        minutes,
        "goalIds",
        goals);
  }

  public Map<String, Object> note(UUID session, Map<String, Object> content) {
    return Map.of(
        "patientId", patient,
        "kind", "PROGRESS",
        "format", "DAP",
        "sessionId", session,
        "content", content);
  }

  public Map<String, Object> planContent(UUID goal, String words) {
    var today = LocalDate.now(ZONE);
    var group =
        Map.of(
            "modality",
            "GROUP",
            "description",
            "skills group",
            "timesPerWeek",
            3,
            "minutes",
            90,
            "weeks",
            8,
            "responsibleId",
            therapist,
            "evidenceBase",
            "CBT");
    var goalBody =
        Map.of(
            "id",
            goal,
            "patientWords",
            words,
            "measure",
            "PHQ-9",
            "baseline",
            16,
            "target",
            9,
            "dueOn",
            today.plusDays(60).toString(),
            "objectives",
            List.of(
                Map.of(
                    "text", "keep a sleep diary",
                    "dueOn", today.plusDays(30).toString(),
                    "interventions", List.of(group))));
    return Map.of(
        "startsOn", today.toString(),
        "problems",
            List.of(
                Map.of(
                    "statement", "depression with insomnia",
                    "icd10", "F32.1",
                    "goals", List.of(goalBody))),
        "strengths", List.of("asks for help"),
        "preferences", List.of("evenings"),
        "barriers", List.of("works shifts"));
  }

  /** A plan that therapist and patient have signed. */
  public UUID activePlan(UUID goal) {
    var plan =
        post(
                therapist(),
                "/treatment-plans",
                Map.of("patientId", patient, "content", planContent(goal, "I want to sleep")))
            .statusCode(201);
    String id = plan.extract().path("id");
    String hash = plan.extract().path("draft.contentHash");
    var signed =
        post(
                therapist(),
                "/treatment-plans/" + id + "/signatures",
                plan.extract().header("ETag"),
                Map.of("contentHash", hash))
            .statusCode(200);
    post(
            self(),
            "/treatment-plans/" + id + "/signatures",
            signed.extract().header("ETag"),
            Map.of("contentHash", hash))
        .statusCode(200);
    return UUID.fromString(id);
  }
}
