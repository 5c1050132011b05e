package org.daybridge.scheduling.weekplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
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
      WeekProblem week = known(PlantedWeek.of(30, 5, seed));
      RandomWeek random = new RandomWeek(week, new SplittableRandom(seed));
      var counts = Recount.of(week, random.solution());
      assertThat(counts).containsKey("S10");
      assertThat(Recount.score(counts)).as("seed %d: %s", seed, counts).isEqualTo(random.score());
    }
  }

  @Test
  void aPlanThatPeopleKnowIsLeftAsItIsWhereThatServes() {
    PlantedWeek.Planted week = PlantedWeek.of(20, 5, 3);
    WeekProblem problem = known(week);
    WeekSolver.Proposal proposal =
        new WeekSolver()
            .solve(problem, Optional.of(week.plan()), 1, Duration.ofSeconds(2), _ -> true);
    long kept =
        problem.activities().stream()
            .filter(
                one ->
                    proposal.solution().assignments().stream()
                        .anyMatch(
                            laid ->
                                laid.activity().equals(one.id())
                                    && one.before().orElseThrow().start().equals(laid.start())))
            .count();
    assertThat(kept).isGreaterThan(problem.activities().size() * 9L / 10);
  }

  /** Everybody knows the planted week, and minds to be moved. */
  private static WeekProblem known(PlantedWeek.Planted week) {
    return week.problem()
        .withActivities(
            week.problem().activities().stream()
                .map(
                    one ->
                        one.withBefore(
                            week.plan().assignments().stream()
                                .filter(laid -> laid.activity().equals(one.id()))
                                .findFirst()
                                .map(laid -> new WeekProblem.Before(laid.start(), 7, 2))))
                .toList());
  }
}
