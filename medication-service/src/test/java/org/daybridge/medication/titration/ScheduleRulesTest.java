package org.daybridge.medication.titration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.store.KnowledgeFiles;
import org.daybridge.medication.titration.DoseSchedule.Step;
import org.junit.jupiter.api.Test;

class ScheduleRulesTest {
  private static final LocalDate START = LocalDate.parse("2026-11-23");
  private static final Knowledge KNOWLEDGE = KnowledgeFiles.inForceOn(START);

  private static DoseSchedule titration(String drug, String context, double target) {
    return ScheduleRules.titration(KNOWLEDGE, KNOWLEDGE.ingredient(drug), context, target, START);
  }

  @Test
  void lamotrigineFollowsItsLabel() {
    assertThat(titration("lamotrigine", "alone", 200).steps())
        .extracting(Step::mgPerDay)
        .containsExactly(25.0, 50.0, 100.0, 200.0);
    assertThat(titration("lamotrigine", "valproate", 100).steps())
        .extracting(Step::mgPerDay)
        .containsExactly(12.5, 25.0, 50.0, 100.0);
  }

  @Test
  void sertralineDoublesByTheWeekUpToItsTarget() {
    assertThat(titration("sertraline", "alone", 150).steps())
        .extracting(Step::mgPerDay)
        .containsExactly(25.0, 50.0, 100.0, 150.0);
  }

  @Property(tries = 100)
  void stepsFollowWithoutHolesAndNeverRiseInATaper(
      @ForAll @DoubleRange(min = 0.5, max = 40) double present) {
    var steps = ScheduleRules.taper(KNOWLEDGE.ingredient("clonazepam"), present, START).steps();

    assertThat(steps).isNotEmpty();
    assertThat(steps.getFirst().mgPerDay()).isLessThan(present);
    for (int i = 1; i < steps.size(); i++) {
      assertThat(steps.get(i).from()).isEqualTo(steps.get(i - 1).to().plusDays(1));
      assertThat(steps.get(i).mgPerDay()).isLessThanOrEqualTo(steps.get(i - 1).mgPerDay());
      assertThat(steps.get(i).mgPerDay())
          .isGreaterThanOrEqualTo(steps.get(i - 1).mgPerDay() * 0.75 - present * 0.05);
    }
    assertThat(steps.getLast().mgPerDay()).isLessThan(present * 0.3);
  }

  @Test
  void theLastStepOfATaperIsSmall() {
    List<Step> steps = ScheduleRules.taper(KNOWLEDGE.ingredient("diazepam"), 20, START).steps();

    assertThat(steps.getLast().mgPerDay()).isLessThanOrEqualTo(4);
  }
}
