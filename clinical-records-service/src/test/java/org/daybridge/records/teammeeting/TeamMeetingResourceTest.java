package org.daybridge.records.teammeeting;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daybridge.contract.scheduling.SchedulingEvent.License;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestGrants;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class TeamMeetingResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
  }

  private final UUID physician = Ids.next();

  @Test
  void decisionsBecomeTasksWithThePhysiciansSignature() {
    TestGrants.careTeam(physician, story.patient);
    register();
    var meeting =
        convene(List.of(story.therapist, physician))
            .statusCode(201)
            .body("meeting.patients", equalTo(1))
            .body("items[0].standing.riskAlerts", equalTo(0))
            .body("items[0].standing.planDueOn", notNullValue());
    String id = meeting.extract().path("meeting.id");
    var etag = meeting.extract().header("ETag");
    sign(doctor(), id, etag).statusCode(422).body("type", endsWith("/meeting-decides-each"));
    decide(id, -1).statusCode(422).body("type", endsWith("/decision-due-after-meeting"));
    decide(id, 7).statusCode(200);
    sign(story.therapist(), id, etag).statusCode(403);
    sign(doctor(), id, etag)
        .statusCode(200)
        .body("meeting.status", equalTo("SIGNED"))
        .body("meeting.contentHash", notNullValue());
    story.as(story.supervisor()).get(API + "/tasks").then().body("meetingId", hasItem(id));
    decide(id, 7).statusCode(409).body("type", endsWith("/meeting-is-open"));
  }

  @Test
  void aSignerWhoWasNotThereOrDoesNotSeeEverybodySignsNothing() {
    register();
    var away = convene(List.of(story.therapist, story.supervisor)).statusCode(201);
    String id = away.extract().path("meeting.id");
    decide(id, 7).statusCode(200);
    sign(doctor(), id, away.extract().header("ETag"))
        .statusCode(422)
        .body("type", endsWith("/meeting-signed-by-physician"));
    var unseen = convene(List.of(story.therapist, physician)).statusCode(201);
    String other = unseen.extract().path("meeting.id");
    decide(other, 7).statusCode(200);
    sign(doctor(), other, unseen.extract().header("ETag"))
        .statusCode(422)
        .body("type", endsWith("/meeting-seen-whole"));
    story
        .as(doctor())
        .get(API + "/team-meetings/" + other)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void aMeetingHasTwoPeople() {
    convene(List.of(story.therapist))
        .statusCode(422)
        .body("type", endsWith("/meeting-has-attendees"));
  }

  private String doctor() {
    return Tokens.staff("prescriber", physician);
  }

  private void register() {
    TestEvents.publish(
        new StaffRegistered(
            new StaffId(physician),
            "MD",
            Set.of("prescriber"),
            List.of(new License("MD", "x", "NY", LocalDate.now(RecordsFixture.ZONE).plusYears(1))),
            null,
            true));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              try (var connection = TestPlatform.superuser();
                  var rows =
                      connection
                          .createStatement()
                          .executeQuery(
                              "select 1 from staff_member where staff_id = '" + physician + "'")) {
                return rows.next();
              }
            });
  }

  private ValidatableResponse convene(List<UUID> attendees) {
    return story.post(
        story.therapist(),
        "/team-meetings",
        Map.of(
            "heldOn", LocalDate.now(RecordsFixture.ZONE).toString(),
            "attendeeIds", attendees,
            "patientIds", List.of(story.patient)));
  }

  private ValidatableResponse decide(String meeting, int days) {
    return story
        .as(story.therapist())
        .body(
            Map.of(
                "text",
                "ask the pharmacy",
                "ownerId",
                story.supervisor,
                "dueOn",
                LocalDate.now(RecordsFixture.ZONE).plusDays(days).toString()))
        .put(API + "/team-meetings/" + meeting + "/decisions/" + story.patient)
        .then();
  }

  private ValidatableResponse sign(String token, String meeting, String etag) {
    return story.post(token, "/team-meetings/" + meeting + "/signature", etag, Map.of());
  }
}
