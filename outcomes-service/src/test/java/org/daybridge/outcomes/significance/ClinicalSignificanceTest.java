package org.daybridge.outcomes.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.daybridge.outcomes.instrument.Instrument.Direction;
import org.daybridge.outcomes.significance.Analysis.Category;
import org.daybridge.outcomes.significance.Analysis.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicalSignificanceTest {
  private static final Norm CLINICAL = new Norm(40, 7.5);
  private static final Norm FUNCTIONAL = new Norm(60, 7.5);

  @Test
  void givesTheWorkedExampleOf1991() {
    Analysis analysis = analysis(Method.JT, new Pair("x", 32.5, 47.5));
    assertThat(analysis.parameters().standardError()).isCloseTo(3.35, within(0.005));
    assertThat(analysis.parameters().standardErrorOfDifference()).isCloseTo(4.74, within(0.005));
    assertThat(analysis.people().getFirst().rci()).isCloseTo(3.16, within(0.005));
    assertThat(analysis.parameters().smallestReliableChange()).isCloseTo(9.30, within(0.005));
  }

  @Test
  void placesTheThreeCutOffsOf1991() {
    assertThat(CutOff.a(CLINICAL, false)).isEqualTo(55);
    assertThat(CutOff.b(FUNCTIONAL, false)).isEqualTo(45);
    assertThat(CutOff.c(CLINICAL, FUNCTIONAL)).isEqualTo(50);
  }

  @Test
  void placesCutOffsTheOtherWayWhenLowerIsBetter() {
    assertThat(CutOff.a(new Norm(20, 4), true)).isEqualTo(12);
    assertThat(CutOff.b(new Norm(5, 3), true)).isEqualTo(11);
    assertThat(CutOff.c(new Norm(20, 4), new Norm(6, 3))).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource({
    "32.5, 50.1, RECOVERED", // reliable and across 50
    "32.5, 50.0, IMPROVED", // exactly on the cut-off is not across it
    "51.0, 61.0, IMPROVED", // started on the functional side
    "40.0, 49.2, UNCHANGED", // 9.2 is below the smallest reliable change of 9.30
    "40.0, 49.4, IMPROVED",
    "40.0, 30.8, UNCHANGED",
    "40.0, 30.6, DETERIORATED"
  })
  void namesWhatBecameOfAPerson(double pre, double post, Category expected) {
    assertThat(analysis(Method.JT, new Pair("x", pre, post)).people().getFirst().category())
        .isEqualTo(expected);
  }

  @Test
  void saysNoBaselineAndNotZero() {
    Person person = analysis(Method.JT, new Pair("x", null, 47.5)).people().getFirst();
    assertThat(person.category()).isEqualTo(Category.NO_BASELINE);
    assertThat(person.change()).isNull();
    assertThat(person.rci()).isNull();
  }

  @Test
  void countsPeopleWithoutFollowUpAndDoesNotUseThem() {
    Analysis analysis = analysis(Method.JT, new Pair("x", 32.5, 47.5), new Pair("y", 30.0, null));
    assertThat(analysis.summary().n()).isEqualTo(2);
    assertThat(analysis.summary().used()).isEqualTo(1);
    assertThat(analysis.summary().counts()).containsEntry(Category.NO_FOLLOW_UP, 1);
  }

  // r .80, M 40, SD 7.5; pre 32.5 and post 47.5: expected post 34, difference 13.5.
  @ParameterizedTest
  @CsvSource({"EN, 4.0249", "GLN, 3.0", "NK, 3.0000"})
  void computesTheTwoPointVariants(Method method, double expected) {
    double index = analysis(method, new Pair("x", 32.5, 47.5)).people().getFirst().rci();
    double wanted =
        method == Method.NK ? 13.5 / Math.sqrt(0.64 * 56.25 * 0.2 + 56.25 * 0.2) : expected;
    assertThat(index).isCloseTo(wanted, within(0.0005));
  }

  @Test
  void centersHsuLinnAndLordOnTheSampleAfterTreatment() {
    Analysis analysis =
        analysis(
            Method.HLL,
            new Pair("x", 30.0, 50.0),
            new Pair("y", 40.0, 55.0),
            new Pair("z", 50.0, 60.0));
    // (50 - 55 - .8 * (30 - 40)) / (7.5 * .6)
    assertThat(analysis.people().getFirst().rci()).isCloseTo(3 / 4.5, within(1e-9));
  }

  @Test
  void weighsHagemanAndArrindellByTheReliabilityOfTheDifference() {
    List<Pair> pairs =
        List.of(new Pair("x", 30.0, 52.0), new Pair("y", 40.0, 49.0), new Pair("z", 50.0, 61.0));
    Analysis analysis =
        new ClinicalSignificance(Method.HA, pairs, 0.9, null, null, null, Direction.HIGHER, null)
            .analyze();
    double pre = 10;
    double post = Math.sqrt(39);
    double r = 90 / Math.sqrt(200.0 * 78.0);
    double rdd = (0.9 * 100 + 0.9 * 39 - 2 * pre * post * r) / (139 - 2 * pre * post * r);
    double error = Math.sqrt(2 * 100 * 0.1);
    double wanted = (22 * rdd + 14 * (1 - rdd)) / (Math.sqrt(rdd) * error);
    assertThat(analysis.people().getFirst().rci()).isCloseTo(wanted, within(1e-9));
    assertThat(analysis.parameters().threshold()).isEqualTo(1.65);
  }

  @Test
  void saysWhichNormACutOffLacks() {
    var analysis =
        new ClinicalSignificance(
            Method.JT,
            List.of(new Pair("x", 1.0, 2.0)),
            0.8,
            null,
            CLINICAL,
            null,
            Direction.HIGHER,
            new CutOff.Named(CutOff.Kind.C));
    assertThat(analysis.lacks()).isEqualTo("cut-off C needs the functional norm");
  }

  @Test
  void needsPeopleWhoDifferWhenNoNormIsGiven() {
    var analysis =
        new ClinicalSignificance(
            Method.JT,
            List.of(new Pair("x", 4.0, 2.0), new Pair("y", 4.0, 3.0)),
            0.8,
            null,
            null,
            null,
            Direction.LOWER,
            null);
    assertThat(analysis.lacks()).contains("two people who differ");
  }

  @Test
  void reportsTheEffectSizeAsImprovement() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 10; i++) pairs.add(new Pair("p" + i, 10.0 + i, 5.0 + i * 0.5));
    Analysis analysis =
        new ClinicalSignificance(Method.JT, pairs, 0.8, null, null, null, Direction.LOWER, null)
            .analyze();
    assertThat(analysis.summary().effectSize().d()).isPositive();
    assertThat(analysis.summary().effectSize().low())
        .isLessThan(analysis.summary().effectSize().d());
  }

  private static Analysis analysis(Method method, Pair... pairs) {
    return new ClinicalSignificance(
            method,
            List.of(pairs),
            0.8,
            null,
            CLINICAL,
            FUNCTIONAL,
            Direction.HIGHER,
            new CutOff.Named(CutOff.Kind.C))
        .analyze();
  }
}
