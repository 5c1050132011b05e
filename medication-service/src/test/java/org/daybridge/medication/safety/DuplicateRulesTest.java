package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.DUPLICATE;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateRulesTest {

  @Test
  void theSameDrugTwiceIsADuplicate() {
    assertThat(asking().with("sertraline", "Sertraline").found(DUPLICATE))
        .containsExactly("PF-30 major");
  }

  @ParameterizedTest
  @CsvSource({
    "sertraline, fluoxetine",
    "venlafaxine, duloxetine",
    "lorazepam, clonazepam",
    "zolpidem, eszopiclone",
    "amphetamine, methylphenidate",
    "phenelzine, tranylcypromine",
    "amitriptyline, nortriptyline"
  })
  void twoOfOneClassAreADuplicate(String one, String other) {
    assertThat(asking().with(one, other).found(DUPLICATE)).containsExactly("PF-30 major");
  }

  @Test
  void aRecordedCrossTaperIsShownOnly() {
    assertThat(asking().with(med("sertraline").crossTaper()).with("fluoxetine").found(DUPLICATE))
        .containsExactly("PF-30 info");
  }

  @ParameterizedTest
  @CsvSource({"60, 0", "61, 1"})
  void twoAntipsychoticsForOverSixtyDays(int days, int alerts) {
    var question =
        asking()
            .with(med("olanzapine").startedDaysAgo(300))
            .with(med("quetiapine").startedDaysAgo(days));

    assertThat(question.alerts(DUPLICATE)).hasSize(alerts);
  }

  @Test
  void threeAntipsychoticsAtOnce() {
    assertThat(asking().with("olanzapine", "quetiapine", "haloperidol").found(DUPLICATE))
        .containsExactly("PF-31 moderate");
  }

  @Test
  void unknownStartsOfTwoAntipsychoticsAreNamed() {
    assertThat(asking().with("olanzapine", "quetiapine").answer().partlyChecked())
        .extracting(Remark::ruleId)
        .contains("PF-31");
  }
}
