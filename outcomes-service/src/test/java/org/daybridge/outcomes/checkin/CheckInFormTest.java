package org.daybridge.outcomes.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daybridge.outcomes.checkin.Question.RiskRule;
import org.daybridge.outcomes.instrument.AnswersNotOnForm;
import org.daybridge.outcomes.instrument.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckInFormTest {
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final Question SLEEP =
      new Question(
          "sleep-hours",
          "Sleep?",
          BigDecimal.ZERO,
          TEN,
          new BigDecimal("0.5"),
          false,
          Map.of(),
          false,
          List.of());
  private static final Question CRAVING =
      new Question(
          "craving",
          "Craving?",
          BigDecimal.ZERO,
          TEN,
          BigDecimal.ONE,
          false,
          Map.of(),
          true,
          List.of());
  private static final Question URGE =
      new Question(
          "urge",
          "Urge?",
          BigDecimal.ZERO,
          TEN,
          BigDecimal.ONE,
          false,
          Map.of(),
          false,
          List.of(
              new RiskRule("strong-urge", new BigDecimal(7), null, RiskLevel.HIGH),
              new RiskRule("urge", BigDecimal.ONE, null, RiskLevel.MODERATE)));
  private static final Question SAFE =
      new Question(
          "safe",
          "Safe?",
          BigDecimal.ZERO,
          BigDecimal.ONE,
          BigDecimal.ONE,
          true,
          Map.of(BigDecimal.ZERO, "no", BigDecimal.ONE, "yes"),
          false,
          List.of(new RiskRule("not-safe", null, BigDecimal.ZERO, RiskLevel.HIGH)));
  private static final CheckInForm FORM = new CheckInForm("1", List.of(SLEEP, CRAVING, URGE, SAFE));

  @ParameterizedTest
  @CsvSource({
    "0,,",
    "1,urge,MODERATE",
    "6,urge,MODERATE",
    "7,strong-urge,HIGH",
    "10,strong-urge,HIGH"
  })
  void judgesAnUrgeByItsFirstRule(int urge, String code, RiskLevel level) {
    var alerts = FORM.alerts(FORM.read(Map.of("urge", urge)));
    if (code == null) {
      assertThat(alerts).isEmpty();
    } else {
      assertThat(alerts).singleElement().satisfies(one -> assertThat(one.code()).isEqualTo(code));
      assertThat(alerts.getFirst().level()).isEqualTo(level);
    }
  }

  @Test
  void whoIsNotSafeTodayIsAtHighRisk() {
    assertThat(FORM.alerts(FORM.read(Map.of("safe", 0))))
        .singleElement()
        .satisfies(one -> assertThat(one.level()).isEqualTo(RiskLevel.HIGH));
    assertThat(FORM.alerts(FORM.read(Map.of("safe", 1)))).isEmpty();
  }

  @Test
  void aRiskQuestionWithoutAnAnswerIsUnknown() {
    assertThat(FORM.riskUnknown(FORM.read(Map.of("urge", 0)))).isTrue();
    assertThat(FORM.riskUnknown(FORM.read(Map.of("urge", 0, "safe", 1)))).isFalse();
  }

  @Test
  void knowsWhichAnswersTellOfSubstanceUse() {
    assertThat(FORM.tellsOfSubstanceUse(FORM.read(Map.of("sleep-hours", 7)))).isFalse();
    assertThat(FORM.tellsOfSubstanceUse(FORM.read(Map.of("craving", 0)))).isTrue();
  }

  @Test
  void equalNumbersReadAlike() {
    assertThat(FORM.read(Map.of("sleep-hours", new BigDecimal("7.50"))))
        .isEqualTo(FORM.read(Map.of("sleep-hours", 7.5)));
    assertThat(FORM.read(Map.of("sleep-hours", new BigDecimal("10.0"))))
        .isEqualTo(FORM.read(Map.of("sleep-hours", 10)));
  }

  @ParameterizedTest
  @CsvSource({
    "sleep-hours,10.5",
    "sleep-hours,7.3",
    "sleep-hours,-1",
    "craving,1.5",
    "safe,2",
    "dreams,1"
  })
  void namesTheQuestionAndWhatItTakes(String question, BigDecimal answer) {
    assertThatThrownBy(() -> FORM.read(Map.of(question, answer)))
        .isInstanceOfSatisfying(
            AnswersNotOnForm.class,
            bad ->
                assertThat(bad.violations().getFirst().field()).isEqualTo("answers." + question));
  }

  @Test
  void takesNoWordsAndNoNothingForANumber() {
    for (Object bad : List.of("7", true, List.of(1), Double.NaN)) {
      assertThatThrownBy(() -> FORM.read(Map.of("craving", bad)))
          .isInstanceOf(AnswersNotOnForm.class);
    }
    Map<String, Object> nothing = new HashMap<>();
    nothing.put("craving", null);
    assertThatThrownBy(() -> FORM.read(nothing)).isInstanceOf(AnswersNotOnForm.class);
  }

  @Test
  void noFormLeavesOutWhetherThePatientIsSafe() {
    assertThatThrownBy(() -> new CheckInForm("1", List.of(SLEEP)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
