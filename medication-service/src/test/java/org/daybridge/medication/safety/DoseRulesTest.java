package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.MAX_DOSE;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseRulesTest {

  @ParameterizedTest
  @CsvSource({"200, 0", "201, 1"})
  void sertralineEndsAtTwoHundred(double dose, int alerts) {
    assertThat(asking().with(med("sertraline").mg(dose)).alerts(MAX_DOSE)).hasSize(alerts);
  }

  @Test
  void allEntriesOfADrugAddUp() {
    assertThat(
            asking()
                .with(med("sertraline").mg(150))
                .with(med("sertraline").mg(100))
                .found(MAX_DOSE))
        .containsExactly("MAX-sertraline major");
  }

  @ParameterizedTest
  @CsvSource({"60, 40, 0", "61, 40, 1", "61, 20, 0"})
  void citalopramIsHalvedOverSixty(int age, double dose, int alerts) {
    assertThat(asking().age(age).with(med("citalopram").mg(dose)).alerts(MAX_DOSE)).hasSize(alerts);
  }

  @Test
  void citalopramIsHalvedBesideOmeprazole() {
    assertThat(asking().with("omeprazole").with(med("citalopram").mg(40)).found(MAX_DOSE))
        .containsExactly("PF-21 major");
  }

  @ParameterizedTest
  @CsvSource({"100, none", "150, PF-22 moderate", "201, PF-22 major"})
  void lamotrigineIsLowerBesideValproate(double dose, String found) {
    var question = asking().with("valproate").with(med("lamotrigine").mg(dose));

    assertThat(question.found(MAX_DOSE).stream().findFirst().orElse("none"))
        .isIn(found, found.equals("PF-22 major") ? "MAX-lamotrigine major" : found);
  }

  @Test
  void lamotrigineMayBeHigherBesideAnInducerAndTheAnswerSaysWhy() {
    assertThat(asking().with(med("lamotrigine").mg(300)).found(MAX_DOSE))
        .containsExactly("MAX-lamotrigine major");

    var beside = asking().with("carbamazepine").with(med("lamotrigine").mg(300));

    assertThat(beside.found(MAX_DOSE)).isEmpty();
    assertThat(beside.answer().eased()).extracting(Remark::ruleId).containsExactly("DDI-047");
  }

  @Test
  void anInducerDoesNotLiftTheLimitThatValproateSets() {
    assertThat(
            asking()
                .with("carbamazepine", "valproate")
                .with(med("lamotrigine").mg(300))
                .alerts(MAX_DOSE))
        .hasSize(1);
  }

  @Test
  void valproateGoesByWeight() {
    assertThat(asking().weight(50).with(med("valproate").mg(3001)).found(MAX_DOSE))
        .containsExactly("MAX-valproate major");
    assertThat(asking().weight(50).with(med("valproate").mg(3000)).found(MAX_DOSE)).isEmpty();
    assertThat(asking().with(med("valproate").mg(9000)).answer().partlyChecked())
        .extracting(Remark::ruleId)
        .contains("MAX-valproate");
  }

  @Test
  void anUnknownDoseIsNamed() {
    assertThat(asking().with("sertraline").answer().partlyChecked())
        .extracting(Remark::ruleId)
        .contains("MAX-sertraline");
  }

  @Test
  void buprenorphineOverTwentyFourIsReviewedNotStopped() {
    assertThat(asking().with(med("buprenorphine").mg(32)).found(MAX_DOSE))
        .containsExactly("MAX-buprenorphine-review moderate");
  }

  @Test
  void theDepotInjectionHasNoDailyDose() {
    assertThat(asking().with(med("naltrexone").mg(380).by("IM")).alerts(MAX_DOSE)).isEmpty();
  }

  @Test
  void panicDisorderAllowsMoreAlprazolam() {
    assertThat(asking().with(med("alprazolam").mg(6)).alerts(MAX_DOSE)).hasSize(1);
    assertThat(asking().with(med("alprazolam").mg(6).indication("Panic disorder")).alerts(MAX_DOSE))
        .isEmpty();
  }
}
