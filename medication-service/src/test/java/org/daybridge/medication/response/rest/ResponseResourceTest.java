package org.daybridge.medication.response.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.contract.outcomes.OutcomesEvent.MeasureRecorded;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.test.TestEvents;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.test.Tokens;
import org.daybridge.medication.MedicationFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestPlatform.class)
class ResponseResourceTest {
  private static final Instant NOW = Instant.now();
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private MedicationFixture ward;
  private String path;

  @BeforeEach
  void admit() {
    ward = MedicationFixture.admitted();
    path = "/patients/" + ward.patient + "/medication-response";
  }

  private void scored(String instrument, String version, int total, Instant answered) {
    scored(instrument, version, new BigDecimal(total), answered);
  }

  private void scored(String instrument, String version, BigDecimal total, Instant answered) {
    var id = Ids.next();
    TestEvents.publish(
        new MeasureRecorded(
            new MeasureId(id),
            new PatientId(ward.patient),
            new EpisodeId(ward.episode),
            instrument,
            version,
            total,
            "moderate",
            null,
            answered));
    MedicationFixture.awaitRow("select 1 from outcome_score where measure_id = '" + id + "'");
  }

  private static Instant daysAgo(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  @Test
  void aCourseStandsBesideTheScores() {
    String start = "\"startsOn\":\"" + TODAY.minusDays(30) + "\"";
    var order = ward.post("/orders", ward.order("36437", "50", start)).extract();
    ward.post(
            "/orders/" + order.path("orderId") + "/titrations",
            order.header("ETag"),
            """
            {"dose":{"amount":100,"unit":"MG","route":"PO","frequency":1},
             "indication":{"text":"depression"},"startsOn":"%s"}
            """
                .formatted(TODAY.minusDays(15)))
        .statusCode(200);
    scored("PHQ-9", "1999", 19, daysAgo(35));
    scored("PHQ-9", "1999", 17, daysAgo(20));
    scored("PHQ-9", "1999", 12, daysAgo(5));
    scored("PHQ-9", "1999", 11, daysAgo(5));
    scored("PHQ-9", "2010", 3, daysAgo(4));
    scored("GAD-7", "2006", 8, daysAgo(5));

    ward.get(path + "?instrument=phq-9")
        .statusCode(200)
        .body("note", containsString("no proof"))
        .body("medications", hasSize(1))
        .body("medications[0].doses.mgPerDay", equalTo(java.util.List.of(50, 100)))
        .body("medications[0].responses", hasSize(2))
        .body("medications[0].responses[0].before.total", equalTo(19))
        .body("medications[0].responses[0].latest.total", equalTo(11))
        .body("medications[0].responses[0].change", equalTo(-8))
        .body("medications[0].responses[0].reliable", equalTo(true))
        .body("medications[0].responses[0].standing", equalTo("RELIABLY_BETTER"))
        .body("medications[0].responses[0].byDose.latest.total", equalTo(java.util.List.of(17, 11)))
        .body("medications[0].responses[1].standing", equalTo("NO_SCORE_BEFORE"))
        .body("timeline.what", hasItems("STARTED", "DOSE_CHANGED", "SCORE"));
    ward.get(path).body("medications[0].responses", hasSize(3));
  }

  @Test
  void aCorrectedScoreCountsOnceWithItsCorrection() {
    ward.post("/orders", ward.order("36437", "50", "")).statusCode(201);
    scored("PHQ-9", "1999", 27, daysAgo(3));
    scored("PHQ-9", "1999", 7, daysAgo(3));

    ward.get(path)
        .body("medications[0].responses[0].before.total", equalTo(7))
        .body("medications[0].responses[0].standing", equalTo("NO_SCORE_SINCE"))
        .body("timeline.findAll { it.what == 'SCORE' }", hasSize(1));
  }

  @Test
  void aCorrectionWithoutATotalTakesTheScoreBack() {
    ward.post("/orders", ward.order("36437", "50", "")).statusCode(201);
    scored("PHQ-9", "1999", 27, daysAgo(3));
    scored("PHQ-9", "1999", null, daysAgo(3));

    ward.get(path)
        .body("medications[0].responses", empty())
        .body("timeline.findAll { it.what == 'SCORE' }", empty());
  }

  @Test
  void withoutMedicationOrScoresItIsEmptyAndStrangersSeeNothing() {
    ward.get(path).statusCode(200).body("medications", empty()).body("timeline", empty());
    ward.get(path + "?instrument=" + "x".repeat(41)).statusCode(400);
    MedicationFixture.getAs(Tokens.staff("prescriber", UUID.randomUUID()), path).statusCode(404);
    MedicationFixture.getAs(Tokens.staff("biller", ward.prescriber), path).statusCode(403);
  }
}
