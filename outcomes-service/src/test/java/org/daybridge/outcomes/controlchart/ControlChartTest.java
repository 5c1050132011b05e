package org.daybridge.outcomes.controlchart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.daybridge.outcomes.controlchart.ControlChart.MovingRange;
import org.daybridge.outcomes.controlchart.Signal.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlChartTest {
  private static final Offset<Double> NEAR = within(0.00005);

  @Test
  void limitsOfSharesFollowTheirOwnDenominator() {
    ControlChart chart =
        ControlChart.p(
            List.of(
                Observation.share("a", 20, 100),
                Observation.share("b", 30, 100),
                Observation.share("c", 25, 50)));
    assertThat(chart.centre()).isCloseTo(0.3, NEAR);
    assertThat(chart.points().get(0).upper()).isCloseTo(0.4375, NEAR);
    assertThat(chart.points().get(0).lower()).isCloseTo(0.1625, NEAR);
    assertThat(chart.points().get(2).upper()).isCloseTo(0.4944, NEAR);
    assertThat(rules(chart)).containsExactly(Rule.BEYOND_LIMITS);
  }

  @Test
  void limitsOfSharesStayWithinNothingAndAll() {
    ControlChart chart =
        ControlChart.p(List.of(Observation.share("a", 45, 50), Observation.share("b", 45, 50)));
    assertThat(chart.points().getFirst().upper()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"50,5,true", "49,5,false", "50,45,true", "49,45,false"})
  void fewerThanFiveExpectedHaveNoLimits(int of, int eventsOf50, boolean limits) {
    ControlChart chart =
        ControlChart.p(
            List.of(
                Observation.share("long", eventsOf50 * 1000, 50_000),
                new Observation("week", eventsOf50 / 50.0, of)));
    assertThat(chart.points().getLast().upper() != null).isEqualTo(limits);
  }

  @Test
  void limitsOfSingleValuesComeFromTheirMovingRange() {
    ControlChart chart = xmr(10, 12, 9, 11, 13);
    assertThat(chart.centre()).isCloseTo(11, NEAR);
    assertThat(range(chart).mean()).isCloseTo(2.25, NEAR);
    assertThat(range(chart).upper()).isCloseTo(7.35075, NEAR);
    assertThat(chart.points().getFirst().upper()).isCloseTo(16.985, NEAR);
    assertThat(chart.points().getFirst().lower()).isCloseTo(5.015, NEAR);
    assertThat(chart.signals()).isEmpty();
  }

  @Test
  void onePointBeyondThreeSigmasIsASignalAndSoIsItsJump() {
    ControlChart chart = xmr(10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 30);
    assertThat(chart.signals())
        .contains(
            new Signal(Rule.BEYOND_LIMITS, 12, 12), new Signal(Rule.RANGE_BEYOND_LIMIT, 11, 12));
  }

  @ParameterizedTest
  @CsvSource({"7,false", "8,true"})
  void eightOnOneSideOfTheCentreAreAShift(int above, boolean signal) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < above; i++) values.add(i % 2 == 0 ? 11.0 : 12.0);
    for (int i = 0; i < above; i++) values.add(i % 2 == 0 ? 9.0 : 8.0);
    assertThat(rules(xmr(values)).contains(Rule.SHIFT)).isEqualTo(signal);
  }

  @ParameterizedTest
  @CsvSource({"5,false", "6,true"})
  void sixThatOnlyRiseAreATrend(int rising, boolean signal) {
    List<Double> values = new ArrayList<>(List.of(5.0, 9.0, 9.0));
    for (int i = 0; i < rising; i++) values.add(4.0 + i * 0.5);
    values.add(2.0);
    ControlChart chart = xmr(values);
    assertThat(rules(chart).contains(Rule.TREND)).isEqualTo(signal);
    if (signal) assertThat(chart.signals()).contains(new Signal(Rule.TREND, 3, 2 + rising));
  }

  @Test
  void equalNeighboursEndATrend() {
    assertThat(rules(xmr(1, 2, 3, 3, 4, 5, 6, 5))).doesNotContain(Rule.TREND);
  }

  @Test
  void twoOfThreeInTheOuterThirdOfOneSideAreASignal() {
    assertThat(rules(sigmas(0.1, -0.2, 2.1, 0.3, 2.2, 0.1))).contains(Rule.OUTER_THIRD);
    assertThat(rules(sigmas(0.1, -0.2, 2.1, 0.3, -2.2, 0.1))).doesNotContain(Rule.OUTER_THIRD);
    assertThat(rules(sigmas(2.1, 0.3, 0.2, 2.2, 0.1))).doesNotContain(Rule.OUTER_THIRD);
    assertThat(sigmas(2.1, 2.2, 0.1, 2.3, 0.1, 0.2)).contains(new Signal(Rule.OUTER_THIRD, 0, 3));
  }

  @ParameterizedTest
  @CsvSource({"14,false", "15,true"})
  void fifteenInTheInnerThirdAreTooEven(int inner, boolean signal) {
    double[] all = new double[inner + 1];
    for (int i = 0; i < inner; i++) all[i] = i % 2 == 0 ? 0.9 : -0.9;
    all[inner] = 1.5;
    assertThat(rules(sigmas(all)).contains(Rule.INNER_THIRD)).isEqualTo(signal);
  }

  @Test
  void aGapEndsWhatRunsAndHasNoRange() {
    List<Observation> seen = new ArrayList<>();
    for (double value : new double[] {1, 2, 3}) seen.add(Observation.measured("x", value));
    seen.add(Observation.missing("gap"));
    for (double value : new double[] {40, 50, 60, 7}) seen.add(Observation.measured("x", value));
    ControlChart chart = ControlChart.xmr(seen);
    assertThat(rules(chart)).doesNotContain(Rule.TREND);
    assertThat(range(chart).mean()).isCloseTo((1 + 1 + 10 + 10 + 53) / 5.0, NEAR);
  }

  @Test
  void nothingSeenHasNoCentre() {
    ControlChart chart = ControlChart.p(List.of(Observation.missing("a")));
    assertThat(chart.centre()).isNull();
    assertThat(chart.runs()).isNull();
    assertThat(ControlPicture.inWords(chart)).isEqualTo("There are no values.");
  }

  @Test
  void valuesThatNeverVaryHaveNoLimits() {
    ControlChart chart = xmr(Collections.nCopies(20, 4.0));
    assertThat(chart.points().getFirst().upper()).isNull();
    assertThat(chart.signals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10,6,2", "20,7,6", "24,8,8", "100,10,41"})
  void whatChanceMakesOfRunsAndCrossingsGrowsWithTheirNumber(int n, int longest, int fewest) {
    Runs runs = Runs.of(IntStream.range(0, n).mapToObj(i -> i % 2 == 0 ? 1.0 : -1.0).toList());
    assertThat(runs.useful()).isEqualTo(n);
    assertThat(runs.longestExpected()).isEqualTo(longest);
    assertThat(runs.fewestExpected()).isEqualTo(fewest);
    assertThat(runs.signal()).isFalse();
  }

  @Test
  void aHalfAboveAndAHalfBelowIsOneLongRunEach() {
    List<Double> values = new ArrayList<>(Collections.nCopies(10, 1.0));
    values.addAll(Collections.nCopies(10, 3.0));
    Runs runs = Runs.of(values);
    assertThat(runs.longest()).isEqualTo(10);
    assertThat(runs.crossings()).isEqualTo(1);
    assertThat(runs.signal()).isTrue();
  }

  @Test
  void valuesOnTheMedianAreLeftOut() {
    Runs runs = Runs.of(List.of(1.0, 2.0, 3.0, 2.0, 2.0));
    assertThat(runs.useful()).isEqualTo(2);
    assertThat(runs.crossings()).isEqualTo(1);
  }

  private static ControlChart xmr(double... values) {
    return xmr(Arrays.stream(values).boxed().toList());
  }

  private static ControlChart xmr(List<Double> values) {
    return ControlChart.xmr(values.stream().map(one -> Observation.measured("x", one)).toList());
  }

  private static MovingRange range(ControlChart chart) {
    return Objects.requireNonNull(chart.movingRange());
  }

  /** Signals of points that are so many sigmas away, whatever their own mean would be. */
  private static List<Signal> sigmas(double... values) {
    return Signals.of(
        Arrays.stream(values)
            .mapToObj(one -> new ControlChart.Point(Observation.measured("x", one), -3.0, 3.0, one))
            .toList(),
        0,
        null);
  }

  private static List<Rule> rules(ControlChart chart) {
    return rules(chart.signals());
  }

  private static List<Rule> rules(List<Signal> signals) {
    return signals.stream().map(Signal::rule).toList();
  }
}
