package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.LAB_CRITICAL;
import static org.daybridge.medication.knowledge.AlertType.LAB_DUE;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabRulesTest {

  private static final String LITHIUM = "14334-7";
  private static final String ANC = "751-8";

  @ParameterizedTest
  @CsvSource({"1.19, none", "1.2, moderate", "1.5, major", "2.0, contraindicated"})
  void lithiumLevelsAreJudged(double level, String severity) {
    var question = asking().lab(LITHIUM, level, "mmol/L", 1).with("lithium");

    assertThat(severity(question)).isEqualTo(severity);
  }

  private static String severity(SafetyFixture.Question question) {
    return question.alerts(LAB_CRITICAL).stream()
        .map(alert -> alert.severity().code())
        .findFirst()
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "499, false, contraindicated",
    "500, false, contraindicated",
    "999, false, contraindicated",
    "1000, false, major",
    "1499, false, major",
    "1500, false, none",
    "499, true, contraindicated",
    "500, true, major",
    "999, true, major",
    "1000, true, none"
  })
  void neutrophilsAreJudgedByThePersonsOwnBaseline(double anc, boolean benign, String severity) {
    var question = asking().lab(ANC, anc, "/uL", 1).with(med("clozapine").startedDaysAgo(100));
    if (benign) {
      question.condition("benign ethnic neutropenia");
    }

    assertThat(severity(question)).isEqualTo(severity);
  }

  @Test
  void unitsAreBroughtTogether() {
    assertThat(
            severity(asking().lab(ANC, 0.9, "10*3/uL", 1).with(med("clozapine").startedDaysAgo(9))))
        .isEqualTo("contraindicated");
    assertThat(severity(asking().lab(LITHIUM, 1.6, "mEq/L", 1).with("lithium"))).isEqualTo("major");
  }

  @Test
  void anUnknownUnitIsNamedAndNeverGuessed() {
    var strange = asking().lab(LITHIUM, 1.6, "furlong", 1).with("lithium");
    var missing = asking().lab(ANC, 1.8, null, 1).with(med("clozapine").startedDaysAgo(100));

    assertThat(strange.alerts(LAB_CRITICAL)).isEmpty();
    assertThat(strange.answer().partlyChecked()).extracting(Remark::ruleId).contains("lithium");
    assertThat(missing.alerts(LAB_CRITICAL)).isEmpty();
    assertThat(missing.answer().partlyChecked())
        .extracting(Remark::ruleId)
        .contains("clozapine_anc");
  }

  @Test
  void onlyTheNewestResultCounts() {
    var question =
        asking().lab(LITHIUM, 1.8, "mmol/L", 10).lab(LITHIUM, 0.8, "mmol/L", 2).with("lithium");

    assertThat(question.alerts(LAB_CRITICAL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 6, false",
    "100, 7, true",
    "200, 13, false",
    "200, 14, true",
    "400, 29, false",
    "400, 30, true"
  })
  void neutrophilsAreDueWeeklyThenEveryTwoWeeksThenMonthly(int started, int lastAgo, boolean due) {
    var question =
        asking().lab(ANC, 3000, "/uL", lastAgo).with(med("clozapine").startedDaysAgo(started));

    assertThat(question.alerts(LAB_DUE).stream().anyMatch(a -> a.ruleId().equals("clozapine_anc")))
        .isEqualTo(due);
  }

  @Test
  void aNewDrugAsksForItsBaseline() {
    assertThat(asking().with(med("naltrexone").proposed()).alerts(LAB_DUE))
        .extracting(Alert::ruleId)
        .containsExactly("naltrexone_lft");
    assertThat(
            asking().lab("1742-6", 30, "U/L", 5).with(med("naltrexone").proposed()).alerts(LAB_DUE))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"6, false", "7, true"})
  void theFirstLithiumLevelIsDueAfterAWeek(int startedDaysAgo, boolean due) {
    var alerts = asking().with(med("lithium").startedDaysAgo(startedDaysAgo)).alerts(LAB_DUE);

    assertThat(alerts.stream().anyMatch(alert -> alert.message().contains("serum lithium")))
        .isEqualTo(due);
  }

  @Test
  void aDoseChangeAsksForANewLevel() {
    var question =
        asking()
            .lab(LITHIUM, 0.8, "mmol/L", 20)
            .with(med("lithium").startedDaysAgo(300).doseChangedDaysAgo(8));

    assertThat(question.alerts(LAB_DUE))
        .anyMatch(alert -> alert.message().contains("serum lithium"));
  }

  @Test
  void aPregnancyTestConcernsOnlyThoseWhoCouldBecomePregnant() {
    assertThat(asking().sex("male").with(med("valproate").proposed()).alerts(LAB_DUE))
        .noneMatch(alert -> alert.message().contains("pregnancy"));
    assertThat(asking().sex("female").age(30).with(med("valproate").proposed()).alerts(LAB_DUE))
        .anyMatch(alert -> alert.message().contains("pregnancy"));
  }

  @Test
  void oneRuleIsOneAlertPerDrug() {
    assertThat(asking().with(med("olanzapine").startedDaysAgo(400)).alerts(LAB_DUE))
        .extracting(Alert::ruleId)
        .containsExactlyInAnyOrder("sga_metabolic", "aims");
  }
}
