package org.daybridge.records.outsideprovider;

import static org.daybridge.records.RecordsFixture.API;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.records.RecordsFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class OutsideProviderResourceTest {

  private RecordsFixture story;

  @BeforeEach
  void admit() {
    story = RecordsFixture.admitted(org.daybridge.contract.intake.Population.SUBSTANCE_USE);
  }

  @Test
  void hearingNeedsNoConsentButTellingOfSubstanceUseCareDoes() {
    var provider =
        story
            .post(
                story.therapist(),
                "/outside-providers",
                Map.of(
                    "patientId", story.patient,
                    "name", "Dr. Moss",
                    "role", "primary care",
                    "phone", "555 0155"))
            .statusCode(201);
    var heard = contact(provider, "HEARD", Instant.now().minusSeconds(5)).statusCode(200);
    heard.body("lastContactAt", notNullValue()).body("contacts", hasSize(1));
    contact(heard, "TOLD", Instant.now().minusSeconds(5))
        .statusCode(422)
        .body("type", endsWith("/no-consent"));
    contact(heard, "HEARD", Instant.now().plusSeconds(3600))
        .statusCode(422)
        .body("type", endsWith("/contact-has-happened"));
    story
        .as(story.therapist())
        .get(API + "/worklists/everything")
        .then()
        .body("items.itemId", hasItem(provider.extract().<String>path("id")));
    story
        .as(Tokens.staff("scheduler", story.therapist))
        .get(API + "/outside-providers?patientId=" + story.patient)
        .then()
        .statusCode(403);
  }

  private ValidatableResponse contact(ValidatableResponse seen, String direction, Instant at) {
    return story.post(
        story.therapist(),
        "/outside-providers/" + seen.extract().path("id") + "/contacts",
        seen.extract().header("ETag"),
        Map.of(
            "at",
            at.toString(),
            "direction",
            direction,
            "about",
            "sleep medication",
            "nextContactOn",
            LocalDate.now(RecordsFixture.ZONE).plusDays(14).toString()));
  }
}
