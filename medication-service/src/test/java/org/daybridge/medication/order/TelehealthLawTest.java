package org.daybridge.medication.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.medication.MedicationEvent;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.kit.decision.Decision.Refused;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.medication.order.Dosing.MassUnit;
import org.daybridge.medication.order.Dosing.PeriodUnit;
import org.daybridge.medication.order.Encounter.Kind;
import org.daybridge.medication.order.MedicationOrders.PdmpRecord;
import org.daybridge.medication.order.TelehealthLaw.Facts;
import org.daybridge.medication.order.TelehealthLaw.Ground;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TelehealthLawTest {
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");
  private static final LocalDate NEW_YEAR = LocalDate.parse("2027-01-01");
  private static final Drug LORAZEPAM = new Drug("6470", "lorazepam", "lorazepam", "C-IV");
  private static final Drug BUPRENORPHINE =
      new Drug("1819", "buprenorphine", "buprenorphine", "C-III");

  private static TelehealthLaw on(LocalDate day) {
    var pack = new RulePacks().on(day);
    return TelehealthHandler.law(pack);
  }

  private static OrderVersion dose(Kind kind, @Nullable String code, @Nullable Integer days) {
    return new OrderVersion(
        1,
        new Dosing(BigDecimal.ONE, MassUnit.MG, "PO", null, 1, 1, PeriodUnit.DAY, List.of(), false),
        new Supply(days, null, 0),
        new Purpose(code, "x", null),
        NEW_YEAR,
        null,
        new Encounter(kind, null),
        UUID.randomUUID(),
        Instant.EPOCH);
  }

  private static Facts nothingKnown(LocalDate day) {
    return new Facts(day, null, null, PdmpRecord.QUERIED, false, null);
  }

  private static String answer(Decision<Ground, MedicationEvent> decision) {
    return switch (decision) {
      case Applied<Ground, MedicationEvent> applied -> applied.next().name();
      case Refused<Ground, MedicationEvent> refused -> refused.rule();
    };
  }

  private static String buprenorphine(int days, PdmpRecord pdmp, boolean year, LocalDate since) {
    return answer(
        on(NEW_YEAR)
            .decide(
                BUPRENORPHINE,
                dose(Kind.AUDIO, "F11.20", days),
                new Facts(NEW_YEAR, null, null, pdmp, year, since)));
  }

  @ParameterizedTest
  @EnumSource(names = {"VIDEO", "AUDIO", "NOT_STATED"})
  void theFlexibilitiesEndWithTheLastDayOf2026(Kind kind) {
    var dose = dose(kind, "F41.1", 30);

    assertThat(answer(on(LAST_DAY).decide(LORAZEPAM, dose, nothingKnown(LAST_DAY))))
        .isEqualTo("FLEXIBILITY");
    assertThat(answer(on(NEW_YEAR).decide(LORAZEPAM, dose, nothingKnown(NEW_YEAR))))
        .isEqualTo("in-person-evaluation-is-recorded");
  }

  @ParameterizedTest
  @CsvSource({"2027-01-01T04:59:00Z, FLEXIBILITY", "2027-01-01T05:01:00Z, in-person"})
  void theLocalDayOfIssueDecidesAndAnOldOneKeepsItsAnswer(Instant issued, String expected) {
    var day = LocalDate.ofInstant(issued, ZoneId.of("America/New_York"));

    assertThat(answer(on(day).decide(LORAZEPAM, dose(Kind.VIDEO, null, 30), nothingKnown(day))))
        .startsWith(expected);
  }

  @Test
  void anInPersonEncounterAndARegistrantBesideThePersonAreGrounds() {
    var facts = nothingKnown(NEW_YEAR);

    assertThat(answer(on(NEW_YEAR).decide(LORAZEPAM, dose(Kind.IN_PERSON, null, 30), facts)))
        .isEqualTo("IN_PERSON_ENCOUNTER");
    assertThat(
            answer(
                on(NEW_YEAR)
                    .decide(LORAZEPAM, dose(Kind.VIDEO_BESIDE_REGISTRANT, null, 30), facts)))
        .isEqualTo("REGISTRANT_PRESENT");
  }

  @ParameterizedTest
  @CsvSource({
    "2027-01-01, , EVALUATED_IN_PERSON",
    "2010-05-05, , EVALUATED_IN_PERSON",
    "2027-01-02, , in-person-evaluation-is-recorded",
    ", 2025-01-01, COVERING",
    ", 2024-12-31, in-person-evaluation-is-recorded"
  })
  void anEvaluationHoldsForThePrescriberAlwaysAndForAColleagueTwoYears(
      @Nullable LocalDate own, @Nullable LocalDate colleagues, String expected) {
    var facts = new Facts(NEW_YEAR, own, colleagues, PdmpRecord.QUERIED, false, null);

    assertThat(answer(on(NEW_YEAR).decide(LORAZEPAM, dose(Kind.VIDEO, null, 30), facts)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "181, , BUPRENORPHINE_SIX_MONTHS",
    "182, , telehealth-buprenorphine-within-six-months",
    "30, 2026-08-01, BUPRENORPHINE_SIX_MONTHS",
    "31, 2026-08-01, BUPRENORPHINE_SIX_MONTHS",
    "32, 2026-08-01, telehealth-buprenorphine-within-six-months"
  })
  void buprenorphineByTelehealthEndsSixMonthsAfterTheFirstPrescription(
      int days, @Nullable LocalDate since, String expected) {
    assertThat(buprenorphine(days, PdmpRecord.QUERIED, true, since)).isEqualTo(expected);
  }

  @Test
  void buprenorphineByTelehealthAsksForALookBackOfAYearOrGivesSevenDays() {
    assertThat(buprenorphine(28, PdmpRecord.QUERIED, false, null))
        .isEqualTo("pdmp-looks-back-a-year");
    assertThat(buprenorphine(7, PdmpRecord.TRIED_IN_VAIN, false, null))
        .isEqualTo("BUPRENORPHINE_SIX_MONTHS");
    assertThat(buprenorphine(8, PdmpRecord.TRIED_IN_VAIN, false, null))
        .isEqualTo("pdmp-looks-back-a-year");
  }

  @Test
  void buprenorphineForAnythingElseOrWithoutDaysIsNotCovered() {
    var facts = new Facts(NEW_YEAR, null, null, PdmpRecord.QUERIED, true, null);

    assertThat(answer(on(NEW_YEAR).decide(BUPRENORPHINE, dose(Kind.VIDEO, "M54.5", 30), facts)))
        .isEqualTo("in-person-evaluation-is-recorded");
    assertThat(answer(on(NEW_YEAR).decide(BUPRENORPHINE, dose(Kind.VIDEO, "F11.20", null), facts)))
        .isEqualTo("telehealth-buprenorphine-within-six-months");
  }
}
