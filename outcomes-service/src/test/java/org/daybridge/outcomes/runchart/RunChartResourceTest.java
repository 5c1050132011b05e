package org.daybridge.outcomes.runchart;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.outcomes.Patients;
import org.daybridge.outcomes.runchart.RunChart.Topic;
import org.daybridge.outcomes.runchart.RunChart.Week;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class RunChartResourceTest {
  private static final LocalDate MONDAY = LocalDate.of(2019, 3, 4);

  @Test
  void aWeekOfTooFewPeopleIsWithheldAndInNoCentreLine() {
    RunChart chart =
        RunChart.of(
            Topic.ATTENDANCE,
            MONDAY,
            MONDAY.plusWeeks(2),
            Map.of(MONDAY, new Week(30, 40, 11), MONDAY.plusWeeks(1), new Week(1, 40, 10)),
            11);
    assertThat(chart.chart().centre()).isEqualTo(0.75);
    assertThat(chart.chart().points()).hasSize(3);
    assertThat(chart.chart().points().get(1).value()).isNull();
    assertThat(chart.chart().points().get(1).seen().of()).isNull();
  }

  @Test
  void showsTheProgramByWeekAndNobodyOfIt() throws SQLException {
    UUID organization = organization();
    for (int i = 0; i < 12; i++) attended(organization, MONDAY.plusDays(1), i % 4 != 0);
    for (int i = 0; i < 10; i++) attended(organization, MONDAY.plusDays(8), true);
    String window = "&from=2019-03-05&to=2019-03-12";
    ask(director(), "topic=ATTENDANCE" + window, "application/json")
        .statusCode(200)
        .body("points", hasSize(2))
        .body("points[0].label", equalTo("2019-03-04"))
        .body("points[0].value", equalTo(0.75f))
        .body("points[0].of", equalTo(12))
        .body("points[1].value", nullValue())
        .body("points[1].of", nullValue())
        .body("centre", equalTo(0.75f));
    ask(director(), "topic=ATTENDANCE" + window, "image/png")
        .statusCode(200)
        .header("Content-Type", startsWith("image/png"));
    assertThat(
            ask(director(), "topic=measures_answered", "image/svg+xml")
                .statusCode(200)
                .extract()
                .asString())
        .contains("Measures answered of those due, by week");
  }

  @Test
  void refusesOddWindowsAndWrongRoles() {
    ask(director(), "from=2026-01-01", "application/json").statusCode(400);
    ask(director(), "topic=RELAPSE", "application/json").statusCode(400);
    ask(director(), "topic=ATTENDANCE&from=2026-01-02&to=2026-01-01", "application/json")
        .statusCode(400)
        .body("violations[0].field", equalTo("to"));
    ask(director(), "topic=ATTENDANCE&from=2010-01-02&to=2026-01-01", "image/png").statusCode(400);
    ask(Tokens.staff("therapist", Ids.next()), "topic=ATTENDANCE", "application/json")
        .statusCode(403);
  }

  private static UUID organization() throws SQLException {
    Patients who = Patients.admitted(Population.MENTAL_HEALTH);
    try (Connection connection = TestPlatform.superuser();
        PreparedStatement select =
            connection.prepareStatement(
                "select organization_id from episode where patient_id = ?")) {
      select.setObject(1, who.patient());
      try (var row = select.executeQuery()) {
        row.next();
        return row.getObject(1, UUID.class);
      }
    }
  }

  private static void attended(UUID organization, LocalDate day, boolean there)
      throws SQLException {
    try (Connection connection = TestPlatform.superuser();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into attendance (attendance_id, organization_id, patient_id, session_id,"
                    + " started_at, attended, status, minutes, clinical) values (?, ?, ?, ?, ?, ?,"
                    + " 'PRESENT', 60, true)")) {
      insert.setObject(1, Ids.next());
      insert.setObject(2, organization);
      insert.setObject(3, Ids.next());
      insert.setObject(4, Ids.next());
      insert.setObject(5, OffsetDateTime.of(day.atTime(15, 0), ZoneOffset.UTC));
      insert.setBoolean(6, there);
      insert.executeUpdate();
    }
  }

  private static String director() {
    return Tokens.staff("program_director", Ids.next());
  }

  private static ValidatableResponse ask(String token, String query, String accept) {
    return given()
        .auth()
        .oauth2(token)
        .accept(accept)
        .get("/api/outcomes/v1/run-charts?" + query)
        .then();
  }
}
