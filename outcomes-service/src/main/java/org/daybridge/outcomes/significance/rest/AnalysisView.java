package org.daybridge.outcomes.significance.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.daybridge.outcomes.significance.Analysis;
import org.jspecify.annotations.Nullable;

/** The analysis as shown: each figure with its method, its parameters and their source. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AnalysisView(
    MethodView method, ParametersView parameters, List<PersonView> people, SummaryView summary) {

  public record MethodView(String code, String title, String source) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ParametersView(
      double mean,
      double sd,
      String normsFrom,
      double reliability,
      double reliabilityPost,
      double standardError,
      double standardErrorOfDifference,
      double threshold,
      @Nullable Double smallestReliableChange,
      @Nullable Double cutoff) {}

  /** {@code category}: recovered, improved, unchanged, deteriorated, no-baseline, no-follow-up. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record PersonView(
      String id,
      @Nullable Double pre,
      @Nullable Double post,
      @Nullable Double change,
      @Nullable Double rci,
      @Nullable Boolean crossedCutoff,
      String category) {}

  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record SummaryView(
      int n, int used, Map<String, Integer> counts, @Nullable EffectView effectSize) {}

  public record EffectView(String kind, double d, double low, double high, int n) {}

  static AnalysisView of(Analysis analysis) {
    Analysis.Parameters used = analysis.parameters();
    return new AnalysisView(
        new MethodView(
            analysis.method().name(), analysis.method().title(), analysis.method().source()),
        new ParametersView(
            number(used.mean()),
            number(used.sd()),
            used.normsFrom(),
            used.reliability(),
            used.reliabilityPost(),
            number(used.standardError()),
            number(used.standardErrorOfDifference()),
            used.threshold(),
            numberOrNull(used.smallestReliableChange()),
            numberOrNull(used.cutOff())),
        analysis.people().stream().map(AnalysisView::person).toList(),
        summary(analysis.summary()));
  }

  private static PersonView person(Analysis.Person person) {
    return new PersonView(
        person.id(),
        person.pre(),
        person.post(),
        numberOrNull(person.change()),
        numberOrNull(person.rci()),
        person.crossedCutOff(),
        code(person.category()));
  }

  private static SummaryView summary(Analysis.Summary summary) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    summary.counts().forEach((category, count) -> counts.put(code(category), count));
    Analysis.EffectSize effect = summary.effectSize();
    return new SummaryView(
        summary.n(),
        summary.used(),
        counts,
        effect == null
            ? null
            : new EffectView(
                effect.kind(),
                number(effect.d()),
                number(effect.low()),
                number(effect.high()),
                effect.n()));
  }

  private static String code(Analysis.Category category) {
    return category.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable Double numberOrNull(@Nullable Double value) {
    return value == null ? null : Double.valueOf(number(value));
  }

  /** Four decimals: what a reader compares with a paper. */
  private static double number(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).doubleValue();
  }
}
