package org.daybridge.scheduling.weekplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeekSolverTest {
  @Test
  void theInventedPlanBreaksNoRuleAndGivesAllCare() {
    PlantedWeek.Planted week = PlantedWeek.of(20, 5, 1);
    var counts = Recount.of(week.problem(), week.plan());
    assertThat(Recount.score(counts).hard()).as(counts.toString()).isZero();
  }

  @Test
  void aProposedWeekBreaksNoRuleAndSaysOfItselfWhatACountSays() {
    PlantedWeek.Planted week = PlantedWeek.of(20, 5, 1);
    WeekSolver.Proposal proposal = new WeekSolver().solve(week.problem(), 1, Duration.ofSeconds(2));
    var counts = Recount.of(week.problem(), proposal.solution());
    assertThat(Recount.score(counts)).as(counts.toString()).isEqualTo(proposal.score());
    assertThat(proposal.score().usable()).as(counts.toString()).isTrue();
  }

  /** Rules broken included: the search's own count and the paper count never differ. */
  @Test
  void searchAndPaperCountTheSameOnRandomWeeks() {
    for (int seed = 0; seed < 30; seed++) {
      PlantedWeek.Planted week = PlantedWeek.of(30, 5, seed);
      RandomWeek random = new RandomWeek(week.problem(), new SplittableRandom(seed));
      assertThat(Recount.score(Recount.of(week.problem(), random.solution())))
          .as("seed %d: %s", seed, Recount.of(week.problem(), random.solution()))
          .isEqualTo(random.score());
    }
  }
}
