package org.daybridge.records.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daybridge.contract.records.RecordsEvent.PhysicianCertified;
import org.daybridge.contract.scheduling.SchedulingEvent.License;
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
class CertificationResourceTest {

  private final LocalDate today = LocalDate.now(RecordsFixture.ZONE);
  private final UUID doctor = Ids.next();
  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted();
    TestGrants.careTeam(doctor, story.patient);
    RecordsFixture.register(doctor, List.of(new License("MD", "x", "NY", today.plusYears(1))));
  }

  @Test
  void aPhysicianCertifiesSixtyDaysAndNobodyElse() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> certify(Tokens.staff("prescriber", doctor), today).statusCode(201));
    story
        .as(story.therapist())
        .get(API + "/certifications?patientId=" + story.patient)
        .then()
        .body("kind", contains("INITIAL"))
        .body("[0].through", equalTo(today.plusDays(59).toString()))
        .body("[0].credentials", contains("MD-NY"));
    assertThat(TestEvents.announced(PhysicianCertified.class, story.episode))
        .singleElement()
        .extracting(PhysicianCertified::from)
        .isEqualTo(today);
    certify(story.therapist(), today).statusCode(403);
    var nurse = Ids.next();
    TestGrants.careTeam(nurse, story.patient);
    certify(Tokens.staff("prescriber", nurse), today.plusDays(60))
        .statusCode(422)
        .body("type", endsWith("/certification-by-physician"));
    certify(Tokens.staff("prescriber", doctor), today.minusDays(1))
        .statusCode(422)
        .body("type", endsWith("/certification-not-back-dated"));
  }

  private ValidatableResponse certify(String token, LocalDate from) {
    return story.post(
        token,
        "/certifications",
        Map.of(
            "patientId",
            story.patient,
            "from",
            from.toString(),
            "hoursPerWeek",
            9,
            "statement",
            "needs the program"));
  }
}
