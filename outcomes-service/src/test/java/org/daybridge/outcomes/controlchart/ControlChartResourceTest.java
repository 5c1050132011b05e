package org.daybridge.outcomes.controlchart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class ControlChartResourceTest {
  private static final String WEEKS =
      """
      {"kind":"P","title":"Attended, by week","points":[
       {"label":"W1","events":80,"of":100},{"label":"W2","events":84,"of":100},
       {"label":"W3","events":79,"of":110},{"label":"W4","events":90,"of":112},
       {"label":"W5","events":85,"of":100},{"label":"W6","events":50,"of":95},
       {"label":"W7","events":81,"of":100},{"label":"W8","events":88,"of":104}]}""";

  @Test
  void judgesSharesByWeek() {
    ask(WEEKS, "application/json")
        .statusCode(200)
        .body("centre.toDouble()", closeTo(637.0 / 821, 0.0001))
        .body("points", hasSize(8))
        .body("signals", hasSize(1))
        .body("signals[0].rule", equalTo("point-beyond-limits"))
        .body("signals[0].from", equalTo("W6"))
        .body("points[5].signals[0]", equalTo("point-beyond-limits"))
        .body("runs.signal", equalTo(false))
        .body("inWords", containsString("point beyond limits at W6"));
  }

  @Test
  void drawsItAsAPictureOnRequest() throws IOException {
    byte[] png =
        ask(WEEKS, "image/png")
            .statusCode(200)
            .header("Content-Type", startsWith("image/png"))
            .extract()
            .asByteArray();
    Files.write(
        Files.createDirectories(Path.of("target/pictures")).resolve("control-chart.png"), png);
    String svg =
        ask(WEEKS.replace("Attended,", "<b>&"), "image/svg+xml")
            .statusCode(200)
            .extract()
            .asString();
    assertThat(svg).contains("point beyond limits at W6", "&lt;b").doesNotContain("<b>");
  }

  @ParameterizedTest
  @CsvSource({"5,4,,events", "5,,,of", ",5,,events", "1,5,3,value"})
  void wantsTheCountsOfAShare(Integer events, Integer of, Double value, String field) {
    Map<String, Object> point = new HashMap<>(Map.of("label", "a"));
    if (events != null) point.put("events", events);
    if (of != null) point.put("of", of);
    if (value != null) point.put("value", value);
    ask(
            Map.of(
                "kind", "P", "points", List.of(Map.of("label", "b", "events", 1, "of", 4), point)),
            "application/json")
        .statusCode(400)
        .body("violations[0].field", equalTo("points[1]." + field));
  }

  @Test
  void wantsAValueOfASingleMeasureAndAtLeastTwoPoints() {
    Map<String, Object> first = Map.of("label", "b", "value", 1);
    ask(Map.of("kind", "XMR", "points", List.of(first, Map.of("label", "c"))), "image/png")
        .statusCode(400)
        .body("violations[0].field", equalTo("points[1].value"));
    ask(Map.of("kind", "XMR", "points", List.of(first)), "application/json").statusCode(400);
    ask(
            Map.of("kind", "XMR", "points", List.of(first, Map.of("label", "c\u0000", "value", 2))),
            "image/svg+xml")
        .statusCode(400);
  }

  private static ValidatableResponse ask(Object body, String accept) {
    return given()
        .auth()
        .oauth2(Tokens.staff("program_director", Ids.next()))
        .contentType("application/json")
        .accept(accept)
        .body(body)
        .post("/api/outcomes/v1/analyses/control-chart")
        .then();
  }
}
