package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.CONTROLLED_REFILL;
import static org.daybridge.medication.knowledge.AlertType.NALOXONE;
import static org.daybridge.medication.knowledge.AlertType.OTP_ONLY;
import static org.daybridge.medication.knowledge.AlertType.PDMP_DUE;
import static org.daybridge.medication.safety.SafetyFixture.TODAY;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlledSubstanceRulesTest {

  @ParameterizedTest
  @CsvSource({
    "methylphenidate, 0, none",
    "methylphenidate, 1, PF-32 contraindicated",
    "buprenorphine, 5, none",
    "buprenorphine, 6, PF-33 contraindicated",
    "lorazepam, 5, none",
    "lorazepam, 6, PF-33 contraindicated",
    "pregabalin, 11, none",
    "sertraline, 11, none"
  })
  void refillsGoByTheSchedule(String drug, int refills, String found) {
    var question = asking().with(med(drug).proposed().refills(refills));

    assertThat(question.found(CONTROLLED_REFILL).stream().findFirst().orElse("none"))
        .isEqualTo(found);
  }

  @Test
  void refillsEndWithinSixMonths() {
    var fits = med("lorazepam").proposed().refills(5).startedDaysAgo(0).until(TODAY.plusMonths(6));
    var tooLong =
        med("lorazepam")
            .proposed()
            .refills(5)
            .startedDaysAgo(0)
            .until(TODAY.plusMonths(6).plusDays(1));

    assertThat(asking().with(fits).alerts(CONTROLLED_REFILL)).isEmpty();
    assertThat(asking().with(tooLong).alerts(CONTROLLED_REFILL)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"90, 0", "91, 1"})
  void theMonitoringProgramIsQueriedEveryNinetyDays(int daysAgo, int alerts) {
    assertThat(asking().pdmp(daysAgo).with("lorazepam").alerts(PDMP_DUE)).hasSize(alerts);
  }

  @Test
  void oneQueryIsDueForAllControlledSubstancesTogether() {
    assertThat(asking().with("lorazepam", "zolpidem").alerts(PDMP_DUE))
        .singleElement()
        .extracting(Alert::drugs)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly("lorazepam", "zolpidem");
    assertThat(asking().with("sertraline").alerts(PDMP_DUE)).isEmpty();
  }

  @Test
  void methadoneForOpioidUseDisorderComesFromATreatmentProgram() {
    var methadone = med("methadone").indication("opioid use disorder");

    assertThat(asking().with(methadone).found(OTP_ONLY)).containsExactly("PF-26 contraindicated");
    assertThat(asking().setting("OTP").with(methadone).found(OTP_ONLY)).isEmpty();
    assertThat(asking().with(med("methadone").indication("pain")).found(OTP_ONLY)).isEmpty();
    assertThat(asking().with(methadone.dispensedBy("OTP")).found(OTP_ONLY)).isEmpty();
  }

  @Test
  void naloxoneGoesWithAnOpioid() {
    assertThat(asking().with("buprenorphine").found(NALOXONE)).containsExactly("PF-35 moderate");

    var covered = asking().with("buprenorphine", "naloxone");

    assertThat(covered.found(NALOXONE)).isEmpty();
    assertThat(covered.answer().eased()).extracting(Remark::ruleId).containsExactly("PF-35");
  }

  @Test
  void naloxoneGoesWithABenzodiazepineAfterOpioidUse() {
    assertThat(asking().with("lorazepam").found(NALOXONE)).isEmpty();
    assertThat(asking().icd("F11.20").with("lorazepam").found(NALOXONE))
        .containsExactly("PF-35 moderate");
  }
}
