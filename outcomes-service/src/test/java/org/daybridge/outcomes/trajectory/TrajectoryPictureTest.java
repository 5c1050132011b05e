package org.daybridge.outcomes.trajectory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.daybridge.contract.StepDirection;
import org.daybridge.contract.intake.DecisionId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.StepChangeDecided;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.outcomes.Patients;
import org.junit.jupiter.api.Test;

/** A trajectory as a picture, by content negotiation. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TrajectoryPictureTest {
  @TestHTTPResource(value = "/", management = true)
  URI management;

  private static final int[] TOTALS = {18, 17, 19, 15, 12, 13, 9, 6};

  @Test
  void theDocumentNamesEachFormOfAChart() {
    for (String operation :
        List.of("trajectories'.get", "run-charts'.get", "analyses/control-chart'.post")) {
      given()
          .get(management.resolve("/q/openapi?format=json"))
          .then()
          .statusCode(200)
          .body(
              "paths.'/api/outcomes/v1/" + operation + ".responses.'200'.content.keySet()",
              hasItems("application/json", "image/svg+xml", "image/png"));
    }
  }

  @Test
  void drawsTheTrajectoryAsSvgThatSaysWhatItShows() {
    Patients who = improving();
    String svg =
        drawn(who.own(), who, "image/svg+xml")
            .statusCode(200)
            .header("Content-Type", startsWith("image/svg+xml"))
            .extract()
            .asString();
    assertThat(svg)
        .contains("<title id=\"title\">PHQ-9 total over time</title>")
        .contains("8 values from", "Baseline 18 (moderately severe).", "role=\"img\"")
        .contains(">moderate<", ">no reliable change<", ">admitted<", ">partial hospitalization<")
        .contains("reliably better than the baseline")
        .doesNotContain("<script", "href=\"http")
        .doesNotContain(who.patient().toString());
    keep("trajectory.svg", svg.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void drawsTheTrajectoryAsPngWithItsWordsInside() throws IOException {
    Patients who = improving();
    byte[] png =
        drawn(who.clinician(), who, "image/png")
            .statusCode(200)
            .header("Content-Type", startsWith("image/png"))
            .extract()
            .asByteArray();
    keep("trajectory.png", png);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(960);
    assertThat(colours(image)).contains(0x0072b2, 0x009e73);
    assertThat(new String(png, StandardCharsets.ISO_8859_1))
        .contains("iTXt", "PHQ-9 total over time");
  }

  @Test
  void anEmptyTrajectoryIsAPictureTooAndSaysSo() {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    String svg = drawn(who.own(), who, "image/svg+xml").statusCode(200).extract().asString();
    assertThat(svg).contains("PHQ-9: no values yet.");
  }

  @Test
  void answersJsonWithPhasesAndWordsWhenNobodyAsksForAPicture() {
    Patients who = improving();
    for (String accept : new String[] {"application/json", "*/*"}) {
      drawn(who.own(), who, accept)
          .statusCode(200)
          .header("Content-Type", startsWith("application/json"))
          .body("phases.code", hasItem("ADMITTED"))
          .body("phases.code", hasItem("PARTIAL_HOSPITALIZATION"))
          .body("inWords", containsString("12 below the baseline"));
    }
  }

  @Test
  void drawsNothingForWhomMayNotSeeOrAsksForAnOddThing() {
    Patients who = improving();
    drawn(Tokens.staff("therapist", Ids.next()), who, "image/png")
        .statusCode(404)
        .header("Content-Type", startsWith("application/problem+json"));
    drawn(Tokens.staff("biller", Ids.next()), who, "image/png").statusCode(403);
    drawn(who.own(), who, "image/gif").statusCode(406);
    given()
        .auth()
        .oauth2(who.own())
        .accept("image/svg+xml")
        .get("/api/outcomes/v1/trajectories?instrument=NOPE")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("instrument"))
        .body("title", not(equalTo("")));
  }

  private static Patients improving() {
    Instant admitted = Instant.now().minus(Duration.ofDays(56));
    Patients who = Patients.admitted(Population.MENTAL_HEALTH, admitted);
    for (int week = 0; week < TOTALS.length; week++) {
      answer(who, TOTALS[week], admitted.plus(Duration.ofDays(7L * week + 1)));
    }
    TestEvents.publish(
        new StepChangeDecided(
            new EpisodeId(who.episode()),
            new PatientId(who.patient()),
            new DecisionId(Ids.next()),
            null,
            StepDirection.UP,
            LevelOfCare.INTENSIVE_OUTPATIENT,
            LevelOfCare.PARTIAL_HOSPITALIZATION,
            admitted.plus(Duration.ofDays(20))));
    who.awaitCount("select count(*) from level_change where episode_id = ?", who.episode(), 1);
    return who;
  }

  private static void answer(Patients who, int total, Instant at) {
    StringBuilder answers = new StringBuilder();
    int left = total;
    for (int item = 1; item <= 8; item++) {
      int points = Math.min(3, left);
      answers.append("\"%d\":%d,".formatted(item, points));
      left -= points;
    }
    given()
        .auth()
        .oauth2(who.own())
        .contentType("application/json")
        .body(
            "{\"id\":\"%s\",\"instrument\":\"PHQ-9\",\"answeredAt\":\"%s\",\"answers\":{%s\"9\":0}}"
                .formatted(Ids.next(), at, answers))
        .post("/api/outcomes/v1/measures")
        .then()
        .statusCode(201);
  }

  private static ValidatableResponse drawn(String token, Patients who, String accept) {
    return given()
        .auth()
        .oauth2(token)
        .accept(accept)
        .get("/api/outcomes/v1/trajectories?instrument=PHQ-9&patientId=" + who.patient())
        .then();
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        colours.add(image.getRGB(x, y) & 0xffffff);
      }
    }
    return colours;
  }

  /** For a person's eye. */
  private static void keep(String name, byte[] picture) {
    try {
      Files.write(Files.createDirectories(Path.of("target/pictures")).resolve(name), picture);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
