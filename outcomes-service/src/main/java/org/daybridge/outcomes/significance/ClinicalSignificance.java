package org.daybridge.outcomes.significance;

import static org.daybridge.outcomes.significance.Analysis.Category;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.daybridge.outcomes.instrument.Instrument.Direction;
import org.daybridge.outcomes.significance.Analysis.EffectSize;
import org.daybridge.outcomes.significance.Analysis.Parameters;
import org.daybridge.outcomes.significance.Analysis.Person;
import org.daybridge.outcomes.significance.Analysis.Summary;
import org.jspecify.annotations.Nullable;

/**
 * Reliable and clinically significant change of many people at two points. Recovered: reliably
 * better and across the cut-off from the clinical side; improved: reliably better without crossing;
 * deteriorated: reliably worse.
 */
public record ClinicalSignificance(
    Method method,
    List<Pair> pairs,
    double reliability,
    @Nullable Double reliabilityPost,
    @Nullable Norm clinical,
    @Nullable Norm functional,
    Direction betterIs,
    @Nullable CutOff cutOff) {

  /** What is missing for this analysis, in words, or null when it can be done. */
  public @Nullable String lacks() {
    if (cutOff instanceof CutOff.Named(var kind)) {
      if (kind != CutOff.Kind.B && clinical == null)
        return "cut-off " + kind + " needs the clinical norm";
      if (kind != CutOff.Kind.A && functional == null)
        return "cut-off " + kind + " needs the functional norm";
    }
    Sample sample = sample();
    boolean spread = sample.n() >= 2 && sample.sdPre() > 0;
    if (clinical == null && !spread)
      return "without a clinical norm, two people who differ are needed";
    if (!method.needsSample()) return null;
    if (!spread || !(sample.sdPost() > 0)) return method + " needs two people who differ";
    double rdd = change(sample).reliabilityOfDifference();
    return method == Method.HA && !(rdd > 0)
        ? "HA needs a difference that is reliable: reliability is too low for this correlation"
        : null;
  }

  public Analysis analyze() {
    Sample sample = sample();
    ReliableChange change = change(sample);
    Double limit = limit();
    List<Person> people = new ArrayList<>(pairs.size());
    Map<Category, Integer> counts = new EnumMap<>(Category.class);
    for (Category category : Category.values()) counts.put(category, 0);
    for (Pair pair : pairs) {
      Person person = person(pair, change, limit);
      people.add(person);
      counts.merge(person.category(), 1, Integer::sum);
    }
    Parameters parameters =
        new Parameters(
            change.mean(),
            change.sd(),
            clinical == null ? "sample" : "norms",
            change.reliability(),
            change.reliabilityPost(),
            change.standardError(),
            change.standardErrorOfDifference(),
            method.threshold(),
            method == Method.JT ? Double.valueOf(change.smallestReliableChange()) : null,
            limit);
    return new Analysis(
        method,
        parameters,
        people,
        new Summary(pairs.size(), sample.n(), counts, effectSize(sample)));
  }

  private Sample sample() {
    return Sample.of(pairs.stream().filter(Pair::complete).toList());
  }

  private ReliableChange change(Sample sample) {
    return new ReliableChange(
        method,
        clinical == null ? sample.meanPre() : clinical.mean(),
        clinical == null ? sample.sdPre() : clinical.sd(),
        reliability,
        reliabilityPost == null ? reliability : reliabilityPost,
        sample);
  }

  private @Nullable Double limit() {
    return switch (cutOff) {
      case null -> null;
      case CutOff.At(var value) -> value;
      case CutOff.Named(var kind) ->
          switch (kind) {
            case A -> CutOff.a(Objects.requireNonNull(clinical), lowerIsBetter());
            case B -> CutOff.b(Objects.requireNonNull(functional), lowerIsBetter());
            case C ->
                CutOff.c(Objects.requireNonNull(clinical), Objects.requireNonNull(functional));
          };
    };
  }

  private Person person(Pair pair, ReliableChange change, @Nullable Double limit) {
    if (pair.pre() == null || pair.post() == null) {
      Category none = pair.pre() == null ? Category.NO_BASELINE : Category.NO_FOLLOW_UP;
      return new Person(pair.id(), pair.pre(), pair.post(), null, null, null, none);
    }
    double index = change.index(pair.before(), pair.after());
    boolean crossed =
        limit != null && !functional(pair.before(), limit) && functional(pair.after(), limit);
    return new Person(
        pair.id(),
        pair.pre(),
        pair.post(),
        pair.after() - pair.before(),
        index,
        limit == null ? null : Boolean.valueOf(crossed),
        category(lowerIsBetter() ? -index : index, crossed));
  }

  private Category category(double improvement, boolean crossed) {
    if (improvement > method.threshold()) return crossed ? Category.RECOVERED : Category.IMPROVED;
    return improvement < -method.threshold() ? Category.DETERIORATED : Category.UNCHANGED;
  }

  private boolean functional(double value, double limit) {
    return lowerIsBetter() ? value < limit : value > limit;
  }

  private boolean lowerIsBetter() {
    return betterIs == Direction.LOWER;
  }

  /** Becker's standardized mean change with the SD before, Hedges-corrected; 95 % interval. */
  private @Nullable EffectSize effectSize(Sample sample) {
    if (sample.n() < 3 || !(sample.sdPre() > 0) || Double.isNaN(sample.correlation())) return null;
    double raw = (sample.meanPost() - sample.meanPre()) / sample.sdPre();
    double d = (1 - 3.0 / (4.0 * (sample.n() - 1) - 1)) * (lowerIsBetter() ? -raw : raw);
    double variance = 2 * (1 - sample.correlation()) / sample.n() + d * d / (2.0 * sample.n());
    double half = 1.96 * Math.sqrt(variance);
    return new EffectSize(
        "d with the SD before treatment, Hedges-corrected", d, d - half, d + half, sample.n());
  }
}
