package org.daybridge.records.continuedstay;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.daybridge.contract.intake.ConsentId;
import org.daybridge.contract.intake.ConsentType;
import org.daybridge.contract.intake.IntakeEvent.ConsentGranted;
import org.daybridge.contract.intake.IntakeEvent.ConsentRevoked;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class PacketResourceTest {

  @Test
  void showsEvidenceAndItsGapsAndIsARecordedDisclosure() {
    var story = RecordsFixture.admitted();
    var goal = Ids.next();
    var session = story.attended(60);
    story.activePlan(goal);
    var note =
        story
            .post(
                story.therapist(),
                "/notes",
                story.note(session, RecordsFixture.noteContent("slept", 60, List.of(goal))))
            .statusCode(201);
    story
        .post(
            story.therapist(),
            "/notes/" + note.extract().path("id") + "/signature",
            note.extract().header("ETag"),
            Map.of("version", 1))
        .statusCode(200);
    var packet =
        send(story)
            .statusCode(201)
            .body("gaps.code", hasItems("no-repeated-measure", "not-certified"))
            .body("evidence.notes.note", hasItem(note.extract().<String>path("id")))
            .body("evidence.weeks.attendedMinutes", hasItem(60))
            .body("evidence.weeks.documentedMinutes", hasItem(60))
            .body("evidence.plan.minutesPerWeek", equalTo(270))
            .body("contentHash", notNullValue());
    story
        .as(story.self())
        .get(API + "/disclosures?patientId=" + story.patient)
        .then()
        .statusCode(200)
        .body("disclosures.documentId", hasItem(packet.extract().<String>path("id")));
    story
        .as(story.therapist())
        .get(API + "/disclosures/of-note/" + note.extract().path("id"))
        .then()
        .body("recipient", hasItem("Harbor Health Plan"));
  }

  @Test
  void substanceUseRecordsGoNowhereWithoutAConsentInForce() {
    var story = RecordsFixture.admitted(Population.SUBSTANCE_USE);
    send(story).statusCode(422).body("type", endsWith("/no-consent"));
    var consent = new ConsentId(Ids.next());
    var patient = new PatientId(story.patient);
    TestEvents.publish(
        new ConsentGranted(
            consent,
            patient,
            ConsentType.PART2_DISCLOSURE,
            "HEALTH_PLAN",
            Instant.now().minus(Duration.ofMinutes(1)),
            null));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                send(story)
                    .statusCode(201)
                    .body("consentId", equalTo(consent.value().toString()))
                    .body("notice", notNullValue()));
    TestEvents.publish(
        new ConsentRevoked(consent, patient, ConsentType.PART2_DISCLOSURE, Instant.now()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> send(story).statusCode(422));
  }

  private static ValidatableResponse send(RecordsFixture story) {
    var today = LocalDate.now(RecordsFixture.ZONE);
    return story.post(
        story.therapist(),
        "/continued-stay-packets",
        Map.of(
            "patientId",
            story.patient,
            "from",
            today.minusDays(14).toString(),
            "to",
            today.toString(),
            "recipient",
            "Harbor Health Plan",
            "whyNotLower",
            "relapsed at a lower level in January",
            "whyNotHigher",
            "is safe at home and attends"));
  }
}
