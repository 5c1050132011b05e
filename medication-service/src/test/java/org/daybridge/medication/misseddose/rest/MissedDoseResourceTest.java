package org.daybridge.medication.misseddose.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class MissedDoseResourceTest {
  private static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

  private MedicationFixture ward;
  private String patient;
  private String order;

  @BeforeEach
  void ordered() {
    ward = MedicationFixture.admitted();
    patient = "/patients/" + ward.patient;
    String start = "\"startsOn\":\"" + YESTERDAY.minusDays(40) + "\"";
    order = ward.post("/orders", ward.order("36437", "50", start)).extract().path("orderId");
  }

  private void missed(int daysBefore) {
    ward.post(
            patient + "/adherence-reports",
            "{\"orderId\":\"%s\",\"coversFrom\":\"%s\",\"taken\":\"NONE\"}"
                .formatted(order, YESTERDAY.minusDays(daysBefore)))
        .statusCode(201);
  }

  private long told() throws SQLException {
    try (var connection = TestPlatform.superuser();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*) from outbox where type = 'MissedDosePatternFound' and patient_id = '%s'"
                    .formatted(ward.patient))) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void aPatternIsShownAndToldOnceForItsDays() throws SQLException {
    missed(4);
    missed(3);
    assertThat(told()).isZero();
    missed(2);
    assertThat(told()).isEqualTo(1);
    missed(1);
    assertThat(told()).isEqualTo(1);

    ward.get(patient + "/missed-doses")
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].drug", equalTo("sertraline"))
        .body("items[0].daysMissed", equalTo(4))
        .body("items[0].patterns.ruleId", contains("days-missed-in-a-row"))
        .body("items[0].patterns[0].times", equalTo(4));
  }

  @Test
  void theDaysOfAHoldAreNotMissed() {
    var today = LocalDate.now(ZoneId.of("America/New_York"));
    ward.post("/orders/" + order + "/hold", "\"0\"", "{\"reason\":\"SAFETY\"}").statusCode(200);
    ward.post(
            patient + "/adherence-reports",
            "{\"orderId\":\"%s\",\"coversFrom\":\"%s\",\"coversTo\":\"%s\",\"taken\":\"NONE\"}"
                .formatted(order, today.minusDays(1), today))
        .statusCode(201);

    ward.get(patient + "/missed-doses").body("items[0].daysMissed", equalTo(1));
  }

  @Test
  void withoutReportsNothingIsMissedAndStrangersSeeNothing() {
    ward.get(patient + "/missed-doses").statusCode(200).body("items", empty());
    MedicationFixture.getAs(
            Tokens.staff("prescriber", UUID.randomUUID()), patient + "/missed-doses")
        .statusCode(404);
    MedicationFixture.getAs(Tokens.staff("biller", ward.prescriber), patient + "/missed-doses")
        .statusCode(403);
  }
}
