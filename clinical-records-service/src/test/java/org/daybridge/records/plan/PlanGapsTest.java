package org.daybridge.records.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.records.plan.PlanFixture.MONDAY;
import static org.daybridge.records.plan.PlanFixture.content;
import static org.daybridge.records.plan.PlanFixture.goal;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanGapsTest {

  @Test
  void aWholePlanHasNone() {
    assertThat(PlanGaps.of(content())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1,true", "0,true", "1,false"})
  void aGoalIsDueAfterThePlanStarts(int days, boolean gap) {
    assertThat(
            rules(content(goal("words", MONDAY.plusDays(days)))).contains("goal-due-after-start"))
        .isEqualTo(gap);
  }

  @Test
  void aGoalIsInThePatientsWordsAndMeasurable() {
    var vague =
        new Goal(
            PlanFixture.GOAL,
            " ",
            "PHQ-9",
            Optional.empty(),
            Optional.empty(),
            MONDAY.plusDays(9),
            List.of());
    assertThat(rules(content(vague)))
        .contains("goal-in-patient-words", "goal-is-measurable", "goal-has-an-objective");
  }

  @Test
  void aPlanNamesProblemsStrengthsPreferencesAndBarriers() {
    var empty = new PlanContent(MONDAY, List.of(), List.of(), List.of(" "), List.of(), List.of());
    assertThat(rules(empty))
        .containsExactly(
            "plan-names-a-problem",
            "plan-names-strengths",
            "plan-names-preferences",
            "plan-names-barriers");
  }

  @ParameterizedTest
  @CsvSource({"270,300,false", "271,300,true", "0,269,true", "0,270,false"})
  void prescribedMinutesStayWithinTheAgreedMix(int least, int most, boolean gap) {
    var whole = content();
    var mix = new ModalityMix(Modality.GROUP, least, most, ModalityMix.Preference.WANTED);
    var plan =
        new PlanContent(
            MONDAY,
            whole.problems(),
            whole.strengths(),
            whole.preferences(),
            whole.barriers(),
            List.of(mix));
    assertThat(rules(plan).contains("modality-mix-holds")).isEqualTo(gap);
  }

  private static List<String> rules(PlanContent content) {
    return PlanGaps.of(content).stream().map(PlanGaps.Gap::rule).toList();
  }
}
