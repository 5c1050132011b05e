package org.daybridge.outcomes.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.StepDirection;
import org.daybridge.outcomes.significance.TrackRules;
import org.daybridge.outcomes.significance.TrackRules.Verdict;
import org.daybridge.outcomes.step.StepRules.Evidence;
import org.daybridge.outcomes.step.StepRules.Limits;
import org.daybridge.outcomes.step.StepRules.Outcome;
import org.daybridge.outcomes.step.StepRules.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
  private static final Limits LIMITS = new Limits(BigDecimal.TEN, 80, 4, 14);
  private static final Verdict GOOD = new Verdict.OnTrack();

  @Test
  void proposesAStepDownWithItsEvidence() {
    Evidence evidence = evidence(10, 8, null, false, GOOD, 6, 9);
    assertThat(judge(evidence))
        .isEqualTo(
            new Outcome.Proposed(
                StepDirection.DOWN,
                StepRules.DOWN,
                evidence.measures().stream().map(Value::measure).toList()));
  }

  @ParameterizedTest
  @CsvSource({
    "9, 9, true",
    "9, 10, false", // 10 is a case
    "10, 9, false"
  })
  void wantsBothMeasuresBelowTheThreshold(int newest, int before, boolean proposed) {
    assertThat(
            judge(evidence(10, 10, null, false, GOOD, newest, before)) instanceof Outcome.Proposed)
        .isEqualTo(proposed);
  }

  @ParameterizedTest
  @CsvSource({"10, 8, true", "10, 7, false", "4, 4, true", "3, 3, false"})
  void wantsEnoughSessionsAndAttendance(int expected, int attended, boolean proposed) {
    assertThat(
            judge(evidence(expected, attended, null, false, GOOD, 5, 5))
                instanceof Outcome.Proposed)
        .isEqualTo(proposed);
  }

  @ParameterizedTest
  @CsvSource({"13, false", "14, true", "15, true"})
  void wantsTwoWeeksWithoutAHighRisk(int daysAgo, boolean proposed) {
    Instant high = NOW.minus(Duration.ofDays(daysAgo));
    assertThat(judge(evidence(10, 10, high, false, GOOD, 5, 5)) instanceof Outcome.Proposed)
        .isEqualTo(proposed);
  }

  @Test
  void proposesNoStepDownWhileARiskCaseIsOpen() {
    assertThat(judge(evidence(10, 10, null, true, GOOD, 5, 5)))
        .isEqualTo(new Outcome.Nothing(List.of("a risk case is open")));
  }

  @Test
  void saysWhatIsMissingInsteadOfJudgingTooLittle() {
    Outcome outcome = judge(evidence(0, 0, null, false, new Verdict.NotJudged("no baseline"), 5));
    assertThat(((Outcome.Nothing) outcome).because())
        .containsExactly(
            "two measures on different days are needed, there are 1",
            "attendance of 4 sessions is needed, there are 0");
  }

  @Test
  void proposesAStepUpForAReliableDeterioration() {
    Verdict worse = new Verdict.NotOnTrack(TrackRules.RELIABLE_DETERIORATION, "worse");
    Outcome outcome = judge(evidence(0, 0, null, true, worse, 22, 12));
    assertThat(((Outcome.Proposed) outcome).direction()).isEqualTo(StepDirection.UP);
    assertThat(((Outcome.Proposed) outcome).evidence()).hasSize(1);
  }

  @Test
  void proposesNoStepUpForASlowStart() {
    Verdict slow = new Verdict.NotOnTrack(TrackRules.NO_IMPROVEMENT_BY_HALF, "slow");
    assertThat(judge(evidence(0, 0, null, false, slow, 22, 20)))
        .isInstanceOf(Outcome.Nothing.class);
  }

  private static Outcome judge(Evidence evidence) {
    return StepRules.judge(evidence, LIMITS, NOW);
  }

  private static Evidence evidence(
      int expected, int attended, Instant high, boolean open, Verdict track, int... values) {
    List<Value> measures = new ArrayList<>();
    for (int value : values) measures.add(new Value(UUID.randomUUID(), BigDecimal.valueOf(value)));
    return new Evidence(measures, expected, attended, high, open, track);
  }
}
