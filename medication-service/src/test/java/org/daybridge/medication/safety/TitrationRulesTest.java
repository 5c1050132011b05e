package org.daybridge.medication.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.medication.knowledge.AlertType.TITRATION;
import static org.daybridge.medication.safety.SafetyFixture.asking;
import static org.daybridge.medication.safety.SafetyFixture.med;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitrationRulesTest {

  @ParameterizedTest
  @CsvSource({
    "lithium, 0, 25, 0",
    "lithium, 0, 26, 1",
    "lithium, 13, 50, 1",
    "lithium, 14, 50, 0",
    "valproate, 0, 12.5, 0",
    "valproate, 0, 25, 1",
    "carbamazepine, 0, 50, 0",
    "carbamazepine, 0, 51, 1",
    "lithium, 60, 200, 0"
  })
  void lamotrigineRisesSlowly(String partner, int startedDaysAgo, double dose, int alerts) {
    var question =
        asking().with(partner).with(med("lamotrigine").mg(dose).startedDaysAgo(startedDaysAgo));

    assertThat(question.alerts(TITRATION)).hasSize(alerts);
  }

  @Test
  void aProposedIncreaseOfATakenDrugIsNoStart() {
    var question =
        asking()
            .with(med("lamotrigine").mg(150).startedDaysAgo(200).endedDaysAgo(0))
            .with(med("lamotrigine").mg(200).proposed());

    assertThat(question.alerts(TITRATION)).isEmpty();
    assertThat(asking().with(med("lamotrigine").mg(200).proposed()).found(TITRATION))
        .containsExactly("TIT-lamotrigine major");
  }

  @ParameterizedTest
  @CsvSource({"lamotrigine, 5, 0", "lamotrigine, 6, 1", "clozapine, 1, 0", "clozapine, 2, 1"})
  void aGapStartsTheTitrationAnew(String drug, int missed, int alerts) {
    assertThat(asking().with(med(drug).lastTakenDaysAgo(missed)).alerts(TITRATION)).hasSize(alerts);
  }

  @Test
  void methadoneBeginsWithNoMoreThanFiftyOnTheFirstDay() {
    var otp = asking().setting("OTP");

    assertThat(otp.with(med("methadone").mg(60).proposed()).found(TITRATION))
        .containsExactly("TIT-methadone major");
  }
}
