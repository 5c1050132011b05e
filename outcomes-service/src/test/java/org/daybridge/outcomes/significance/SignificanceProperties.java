package org.daybridge.outcomes.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.daybridge.outcomes.instrument.Instrument.Direction;
import org.daybridge.outcomes.significance.Analysis.Category;
import org.daybridge.outcomes.significance.Analysis.Person;

class SignificanceProperties {

  @Property(tries = 300)
  void permutingPeopleChangesNothing(
      @ForAll("analyses") ClinicalSignificance asked, @ForAll Random random) {
    Assume.that(asked.lacks() == null);
    List<Pair> shuffled = new ArrayList<>(asked.pairs());
    Collections.shuffle(shuffled, random);
    Analysis before = asked.analyze();
    Analysis after = with(asked, shuffled, 1, 0, false).analyze();
    assertThat(byId(after)).isEqualTo(byId(before));
    assertThat(after.summary()).isEqualTo(before.summary());
    assertThat(after.parameters()).isEqualTo(before.parameters());
  }

  @Property(tries = 300)
  void rescalingLeavesTheIndex(
      @ForAll("analyses") ClinicalSignificance asked,
      @ForAll @DoubleRange(min = 0.1, max = 50) double factor,
      @ForAll @DoubleRange(min = -100, max = 100) double shift) {
    Assume.that(asked.lacks() == null);
    Analysis before = asked.analyze();
    Analysis after = with(asked, asked.pairs(), factor, shift, false).analyze();
    for (int i = 0; i < before.people().size(); i++) {
      Double index = before.people().get(i).rci();
      Double scaled = after.people().get(i).rci();
      if (index == null) assertThat(scaled).isNull();
      else assertThat(scaled).isCloseTo(index, within(1e-6 * Math.max(1, Math.abs(index))));
    }
  }

  @Property(tries = 300)
  void flippingTheDirectionLeavesTheCategories(@ForAll("analyses") ClinicalSignificance asked) {
    Assume.that(asked.lacks() == null);
    Analysis before = asked.analyze();
    Analysis after = with(asked, asked.pairs(), -1, 0, true).analyze();
    assertThat(after.people().stream().map(Person::category).toList())
        .isEqualTo(before.people().stream().map(Person::category).toList());
    assertThat(after.summary().counts()).isEqualTo(before.summary().counts());
  }

  @Property(tries = 300)
  void nobodyIsLostFromTheSummary(@ForAll("analyses") ClinicalSignificance asked) {
    Assume.that(asked.lacks() == null);
    Analysis analysis = asked.analyze();
    assertThat(analysis.summary().counts().values().stream().mapToInt(n -> n).sum())
        .isEqualTo(asked.pairs().size());
    long incomplete =
        asked.pairs().stream().filter(pair -> pair.pre() == null || pair.post() == null).count();
    Map<Category, Integer> counts = analysis.summary().counts();
    assertThat(counts.get(Category.NO_BASELINE) + counts.get(Category.NO_FOLLOW_UP))
        .isEqualTo((int) incomplete);
  }

  @Provide
  Arbitrary<ClinicalSignificance> analyses() {
    // Quarter points, so that rescaling meets no rounding at a limit.
    Arbitrary<Double> value =
        Arbitraries.integers().between(0, 320).map(n -> n / 4.0).injectNull(0.05);
    Arbitrary<List<Pair>> pairs =
        Combinators.combine(value, value)
            .as(Points::new)
            .list()
            .ofMinSize(3)
            .ofMaxSize(20)
            .map(SignificanceProperties::numbered);
    Arbitrary<CutOff> cutOff =
        Arbitraries.of(
            new CutOff.Named(CutOff.Kind.A),
            new CutOff.Named(CutOff.Kind.B),
            new CutOff.Named(CutOff.Kind.C),
            new CutOff.At(37.0625));
    return Combinators.combine(
            Arbitraries.of(Method.values()),
            pairs,
            Arbitraries.doubles().between(0.5, 0.97),
            Arbitraries.of(Direction.values()),
            cutOff)
        .as(
            (method, people, reliability, direction, limit) ->
                new ClinicalSignificance(
                    method,
                    people,
                    reliability,
                    null,
                    new Norm(50.3, 9.7),
                    new Norm(30.9, 8.1),
                    direction,
                    limit));
  }

  private record Points(Double pre, Double post) {}

  private static List<Pair> numbered(List<Points> points) {
    List<Pair> pairs = new ArrayList<>();
    for (Points each : points) pairs.add(new Pair("p" + pairs.size(), each.pre(), each.post()));
    return pairs;
  }

  private static ClinicalSignificance with(
      ClinicalSignificance asked, List<Pair> pairs, double factor, double shift, boolean flipped) {
    List<Pair> moved =
        pairs.stream()
            .map(
                pair ->
                    new Pair(
                        pair.id(),
                        pair.pre() == null ? null : pair.pre() * factor + shift,
                        pair.post() == null ? null : pair.post() * factor + shift))
            .toList();
    CutOff cutOff =
        asked.cutOff() instanceof CutOff.At(var at)
            ? new CutOff.At(at * factor + shift)
            : asked.cutOff();
    Direction direction =
        !flipped
            ? asked.betterIs()
            : asked.betterIs() == Direction.LOWER ? Direction.HIGHER : Direction.LOWER;
    return new ClinicalSignificance(
        asked.method(),
        moved,
        asked.reliability(),
        asked.reliabilityPost(),
        moved(asked.clinical(), factor, shift),
        moved(asked.functional(), factor, shift),
        direction,
        cutOff);
  }

  private static Norm moved(Norm norm, double factor, double shift) {
    return new Norm(norm.mean() * factor + shift, norm.sd() * Math.abs(factor));
  }

  private static Map<String, Person> byId(Analysis analysis) {
    return analysis.people().stream().collect(Collectors.toMap(Person::id, person -> person));
  }
}
