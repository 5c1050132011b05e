package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.AGE;
import static org.daybridge.medication.knowledge.AlertType.CONDITION;
import static org.daybridge.medication.knowledge.AlertType.PREGNANCY;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientRulesTest {

  @ParameterizedTest
  @CsvSource({"24, 1", "25, 0"})
  void antidepressantsUnderTwentyFiveCarryAWarning(int age, int alerts) {
    assertThat(asking().age(age).with("sertraline").alerts(AGE)).hasSize(alerts);
  }

  @ParameterizedTest
  @CsvSource({"64, 0", "65, 1"})
  void antipsychoticsWithDementiaFromSixtyFiveCarryAWarning(int age, int alerts) {
    assertThat(asking().age(age).condition("dementia").with("olanzapine").alerts(AGE))
        .hasSize(alerts);
    assertThat(asking().age(age).with("olanzapine").alerts(AGE)).isEmpty();
  }

  @Test
  void valproateIsBarredWherePregnancyIsPossible() {
    assertThat(asking().sex("female").age(30).with("valproate").found(PREGNANCY))
        .containsExactly("PF-03 contraindicated");
    assertThat(
            asking().sex("female").age(30).contraception(true).with("valproate").found(PREGNANCY))
        .isEmpty();
    assertThat(asking().sex("female").age(56).with("valproate").found(PREGNANCY)).isEmpty();
    assertThat(asking().sex("male").age(30).with("valproate").found(PREGNANCY)).isEmpty();
  }

  @Test
  void lithiumConcernsTheFirstTrimesterAndAnUnknownOne() {
    assertThat(asking().pregnant(true).with("lithium").found(PREGNANCY)).contains("PF-05 major");
    assertThat(asking().pregnant(true).trimester(1).with("lithium").found(PREGNANCY))
        .contains("PF-05 major");
    assertThat(asking().pregnant(true).trimester(2).with("lithium").found(PREGNANCY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bupropion, epilepsy, PF-07 contraindicated",
    "bupropion, bulimia nervosa, PF-07 contraindicated",
    "naltrexone, acute hepatitis, PF-08 contraindicated",
    "disulfiram, psychosis, PF-09 contraindicated",
    "lithium, dehydration, PF-11 contraindicated",
    "amitriptyline, recent MI, PF-12 contraindicated",
    "ziprasidone, uncompensated heart failure, PF-13 contraindicated",
    "citalopram, congenital long QT, PF-14 contraindicated",
    "methylphenidate, structural heart disease, PF-16 contraindicated",
    "lorazepam, alcohol use disorder, PF-17 moderate",
    "carbamazepine, HLA-B*1502 positive, PF-19 contraindicated",
    "oxcarbazepine, HLA-B*1502 positive, PF-19 contraindicated",
    "valproate, urea cycle disorder, PF-20 contraindicated"
  })
  void aConditionSpeaksAgainstADrug(String drug, String condition, String found) {
    assertThat(asking().condition(condition).with(drug).found(CONDITION)).containsExactly(found);
  }

  @Test
  void conditionsAreKnownByTheirCodes() {
    assertThat(asking().icd("G40.909").with("bupropion").found(CONDITION))
        .containsExactly("PF-07 contraindicated");
    assertThat(asking().condition("F50.02").with("bupropion").found(CONDITION))
        .containsExactly("PF-07 contraindicated");
  }

  @Test
  void aUseDisorderInRemissionIsNotActive() {
    assertThat(asking().icd("F10.21").with("lorazepam").alerts(CONDITION)).isEmpty();
    assertThat(asking().icd("F10.21").icd("F11.20").with("lorazepam").alerts(CONDITION)).hasSize(1);
  }

  @Test
  void aDeniedConditionIsNotThere() {
    assertThat(asking().condition("no seizures").with("bupropion").alerts(CONDITION)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30, 1", "30.1, 0"})
  void acamprosateNeedsKidneys(double clearance, int alerts) {
    assertThat(asking().clearance(clearance).with("acamprosate").alerts(CONDITION)).hasSize(alerts);
  }

  @ParameterizedTest
  @CsvSource({"29.9, 1", "30, 0"})
  void lithiumNeedsKidneys(double egfr, int alerts) {
    assertThat(asking().egfr(egfr).with("lithium").alerts(CONDITION)).hasSize(alerts);
  }

  @ParameterizedTest
  @CsvSource({"500, 0", "501, 1"})
  void aLongQtSpeaksAgainstZiprasidone(double qtc, int alerts) {
    assertThat(asking().lab("8634-8", qtc, "ms", 3).with("ziprasidone").alerts(CONDITION))
        .hasSize(alerts);
  }

  @Test
  void clozapineIsNotStartedWithFewNeutrophils() {
    var starting = med("clozapine").proposed();

    assertThat(asking().lab("751-8", 1499, "/uL", 1).with(starting).found(CONDITION))
        .containsExactly("PF-18 contraindicated");
    assertThat(asking().lab("751-8", 1.5, "10*3/uL", 1).with(starting).found(CONDITION)).isEmpty();
    assertThat(
            asking()
                .condition("benign ethnic neutropenia")
                .lab("751-8", 1000, "/uL", 1)
                .with(starting)
                .found(CONDITION))
        .isEmpty();
  }
}
