package org.daybridge.scheduling.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.scheduling.Clinic.as;
import static org.daybridge.scheduling.Clinic.director;
import static org.daybridge.scheduling.Clinic.id;
import static org.daybridge.scheduling.Clinic.put;
import static org.daybridge.scheduling.Clinic.url;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteChanged;
import org.daybridge.contract.scheduling.SchedulingEvent.SiteOpened;
import org.daybridge.contract.scheduling.SchedulingEvent.StaffRegistered;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.scheduling.Clinic;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class RegisterResourceTest {

  @Test
  void enteringTheSameSiteTwiceChangesNothing() {
    String code = "site-" + Ids.next().toString().substring(24);
    var body = Map.of("name", "Harbor Street", "zone", "America/New_York");
    var first = put("/sites/" + code, body);

    var second = put("/sites/" + code, body);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(TestEvents.announced(SiteOpened.class, id(first))).hasSize(1);
    assertThat(TestEvents.announced(SiteChanged.class, id(first))).isEmpty();
  }

  @Test
  void changingASiteNeedsTheVersionThatWasSeen() {
    String code = "site-" + Ids.next().toString().substring(24);
    var first = put("/sites/" + code, Map.of("name", "Old", "zone", "America/New_York"));
    var body = Map.of("name", "New", "zone", "America/New_York");

    assertThat(put("/sites/" + code, body).statusCode()).isEqualTo(428);
    assertThat(
            director()
                .header("If-Match", "\"99\"")
                .body(body)
                .put(url("/sites/" + code))
                .statusCode())
        .isEqualTo(412);
    assertThat(
            director()
                .header("If-Match", first.header("ETag"))
                .body(body)
                .put(url("/sites/" + code))
                .statusCode())
        .isEqualTo(200);
    assertThat(TestEvents.announced(SiteChanged.class, id(first))).hasSize(1);
  }

  @Test
  void anUnknownZoneAndAnUnknownFieldAreNamed() {
    director()
        .body(Map.of("name", "X", "zone", "Mars/Olympus"))
        .put(url("/sites/x1"))
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("zone"));
    director()
        .body(Map.of("name", "X", "zone", "America/New_York", "color", "red"))
        .put(url("/sites/x1"))
        .then()
        .statusCode(400)
        .body("type", endsWith("/unknown-field"));
  }

  @Test
  void staffAreAnnouncedWithoutNamesAndShownWithThemByTheirIds() {
    var clinic = new Clinic();

    assertThat(TestEvents.announced(StaffRegistered.class, clinic.therapist))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.toString()).doesNotContain("Example");
              assertThat(event.licenses()).hasSize(1);
            });
    director()
        .get(url("/staff?ids=" + clinic.therapist + "," + Ids.next()))
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].displayName", equalTo("Kim Example"));
  }

  @Test
  void roomsAndSupervisorsMustBeKnown() {
    put("/sites/nowhere/rooms/r1", Map.of("name", "R", "seats", 5))
        .then()
        .statusCode(422)
        .body("type", endsWith("/site-known"));
  }

  @Test
  void aTherapistReadsTheRegisterAndDoesNotWriteIt() {
    String token = Tokens.staff("therapist", UUID.randomUUID());

    as(token).get(url("/sites")).then().statusCode(200);
    as(token)
        .body(Map.of("name", "X", "zone", "America/New_York"))
        .put(url("/sites/x2"))
        .then()
        .statusCode(403);
  }

  @Test
  void aPageGoesOnWhereTheLastOneEnded() {
    String prefix = "zz" + Ids.next().toString().substring(24);
    for (int i = 0; i < 3; i++) {
      Clinic.type(prefix + "-" + i, "GROUP", true);
    }
    var first = director().get(url("/session-types?limit=200"));

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(director().get(url("/session-types?limit=0")).statusCode()).isEqualTo(400);
  }
}
