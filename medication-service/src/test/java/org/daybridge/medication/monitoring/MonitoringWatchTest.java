package org.daybridge.medication.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class MonitoringWatchTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private static String told(MedicationFixture ward, String type) {
    return "select 1 from outbox where type = '%s' and patient_id = '%s'"
        .formatted(type, ward.patient);
  }

  private static long count(String sql) throws SQLException {
    try (var connection = TestPlatform.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from (" + sql + ") t")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void aTestThatNobodyDidIsToldAsOverdueOnceAndStandsOnTheCalendar() throws SQLException {
    var ward = MedicationFixture.admitted();
    String start = "\"startsOn\":\"" + TODAY.minusDays(100) + "\"";
    ward.post("/orders", ward.order("6448", "900", start)).statusCode(201);

    MedicationFixture.awaitRow(told(ward, "MonitoringOverdue"));
    long overdue = count(told(ward, "MonitoringOverdue"));
    assertThat(count(told(ward, "MonitoringDue"))).isGreaterThanOrEqualTo(overdue);
    ward.get("/monitoring-calendar")
        .statusCode(200)
        .body("items.findAll { it.overdue }.drug", hasItem("lithium"));
    MedicationFixture.getAs(Tokens.staff("prescriber", UUID.randomUUID()), "/monitoring-calendar")
        .body("items", empty());

    ward.post("/orders", ward.order("36437", "50", "")).statusCode(201);
    MedicationFixture.awaitRow(
        "select 1 from timer where subject_id = '%s' and fired_at is not null having count(*) > 1"
            .formatted(ward.patient));
    assertThat(count(told(ward, "MonitoringOverdue"))).isEqualTo(overdue);
  }

  @Test
  void aCalendarOfOverAYearIsNotAnswered() {
    var ward = MedicationFixture.admitted();

    ward.get("/monitoring-calendar?from=2026-01-01&to=2027-06-01").statusCode(400);
    ward.get("/monitoring-calendar?from=2026-02-01&to=2026-01-01").statusCode(400);
  }
}
