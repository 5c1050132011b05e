package org.daybridge.medication.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.response.MedicationCourse.Dose;
import org.daybridge.medication.response.Response.Direction;
import org.daybridge.medication.response.Response.OtherChange;
import org.daybridge.medication.response.Response.Score;
import org.daybridge.medication.response.Response.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTest {
  private static final LocalDate START = LocalDate.parse("2026-03-02");
  private static final ChangeRule PHQ_9 =
      new ChangeRule("PHQ-9", true, new BigDecimal(6), START, "published");

  private static MedicationCourse course(@Nullable LocalDate end, Dose... doses) {
    return MedicationCourse.of(
        UUID.randomUUID(), "36437", "sertraline", "ACTIVE", List.of(doses), end);
  }

  private static Dose dose(int day, int milligrams) {
    return new Dose(START.plusDays(day), new BigDecimal(milligrams));
  }

  private static Score score(int day, int total) {
    return new Score(START.plusDays(day), new BigDecimal(total), null);
  }

  private static Response response(
      MedicationCourse course, Optional<ChangeRule> rule, Score... scores) {
    var named =
        new OutcomeScore(
            UUID.randomUUID(),
            new PatientId(UUID.randomUUID()),
            3,
            "PHQ-9",
            "1999",
            BigDecimal.ONE,
            null,
            Instant.EPOCH);
    return Response.of(course, List.of(named), List.of(scores), rule, 30, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "18, 12, BETTER, true, RELIABLY_BETTER",
    "18, 13, BETTER, false, NO_RELIABLE_CHANGE",
    "10, 15, WORSE, false, NO_RELIABLE_CHANGE",
    "10, 16, WORSE, true, RELIABLY_WORSE",
    "10, 10, SAME, false, NO_RELIABLE_CHANGE"
  })
  void aChangeIsReliableFromThePublishedNumberOn(
      int before, int latest, Direction direction, boolean reliable, Standing standing) {
    var response =
        response(
            course(null, dose(0, 50)), Optional.of(PHQ_9), score(-3, before), score(28, latest));

    assertThat(response.change()).isEqualByComparingTo(new BigDecimal(latest - before));
    assertThat(response.direction()).isEqualTo(direction);
    assertThat(response.reliable()).isEqualTo(reliable);
    assertThat(response.standing()).isEqualTo(standing);
    assertThat(response.daysOfTreatment()).isEqualTo(28);
  }

  @Test
  void whereHigherIsBetterTheDirectionTurns() {
    var ors = new ChangeRule("ORS", false, new BigDecimal(5), START, "published");

    assertThat(
            response(course(null, dose(0, 50)), Optional.of(ors), score(0, 20), score(7, 26))
                .standing())
        .isEqualTo(Standing.RELIABLY_BETTER);
  }

  @Test
  void withoutAPublishedNumberNothingIsJudged() {
    var unpublished = new ChangeRule("PEG", true, null, START, "not checked");
    var course = course(null, dose(0, 50));

    var known = response(course, Optional.of(unpublished), score(0, 9), score(7, 2));
    var unknown = response(course, Optional.empty(), score(0, 9), score(7, 2));

    assertThat(known.direction()).isEqualTo(Direction.BETTER);
    assertThat(known.standing()).isEqualTo(Standing.NOT_JUDGED);
    assertThat(unknown.direction()).isNull();
    assertThat(unknown.standing()).isEqualTo(Standing.NOT_JUDGED);
  }

  @ParameterizedTest
  @CsvSource({
    "-31, NO_SCORE_BEFORE",
    "-30, NO_RELIABLE_CHANGE",
    "0, NO_RELIABLE_CHANGE",
    "1, NO_SCORE_BEFORE"
  })
  void aScoreStandsForTheTimeBeforeAtMostThirtyDays(int day, Standing standing) {
    assertThat(
            response(course(null, dose(0, 50)), Optional.of(PHQ_9), score(day, 10), score(20, 9))
                .standing())
        .isEqualTo(standing);
  }

  @Test
  void scoresAfterTheEndDoNotCount() {
    var ended = course(START.plusDays(10), dose(0, 50));

    assertThat(
            response(ended, Optional.of(PHQ_9), score(0, 20), score(10, 14), score(11, 2)).latest())
        .isEqualTo(score(10, 14));
    assertThat(response(ended, Optional.of(PHQ_9), score(0, 20), score(11, 2)).standing())
        .isEqualTo(Standing.NO_SCORE_SINCE);
  }

  @Test
  void eachDoseHasTheLastScoreWhileItWasGiven() {
    var response =
        response(
            course(null, dose(0, 50), dose(14, 100)),
            Optional.of(PHQ_9),
            score(0, 20),
            score(7, 19),
            score(14, 18),
            score(20, 9));

    assertThat(response.byDose())
        .extracting(Response.OfDose::latest)
        .containsExactly(score(14, 18), score(20, 9));
  }

  @Test
  void whatElseChangedInTheSameDaysStandsBesideIt() {
    var other =
        MedicationCourse.of(
            UUID.randomUUID(),
            "6448",
            "lithium",
            "STOPPED",
            List.of(dose(-10, 300), dose(5, 600)),
            START.plusDays(9));
    var response =
        Response.of(
            course(null, dose(0, 50)),
            List.of(
                new OutcomeScore(
                    UUID.randomUUID(),
                    new PatientId(UUID.randomUUID()),
                    3,
                    "PHQ-9",
                    "1999",
                    BigDecimal.ONE,
                    null,
                    Instant.EPOCH)),
            List.of(score(0, 20), score(20, 9)),
            Optional.of(PHQ_9),
            30,
            List.of(other));

    assertThat(response.alsoChanged())
        .containsExactly(
            new OtherChange(START.plusDays(5), "lithium", "DOSE_CHANGED"),
            new OtherChange(START.plusDays(9), "lithium", "ENDED"));
  }

  @Test
  void aRenewalIsNoChangeAndALaterWordReplacesWhatWouldHaveBegun() {
    assertThat(course(null, dose(0, 50), dose(30, 50), dose(40, 100)).doses())
        .containsExactly(dose(0, 50), dose(40, 100));
    assertThat(course(null, dose(0, 50), dose(14, 100), dose(7, 75)).doses())
        .containsExactly(dose(0, 50), dose(7, 75));
    assertThat(course(null, dose(0, 50), dose(14, 100), dose(7, 50)).doses())
        .containsExactly(dose(0, 50));
  }
}
