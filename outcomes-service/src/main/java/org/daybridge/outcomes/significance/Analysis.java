package org.daybridge.outcomes.significance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of a clinical-significance analysis: method, parameters, people, summary. */
public record Analysis(Method method, Parameters parameters, List<Person> people, Summary summary) {

  /**
   * @param normsFrom "norms" or "sample": where mean and SD before treatment come from
   */
  public record Parameters(
      double mean,
      double sd,
      String normsFrom,
      double reliability,
      double reliabilityPost,
      double standardError,
      double standardErrorOfDifference,
      double threshold,
      @Nullable Double smallestReliableChange,
      @Nullable Double cutOff) {}

  public record Person(
      String id,
      @Nullable Double pre,
      @Nullable Double post,
      @Nullable Double change,
      @Nullable Double rci,
      @Nullable Boolean crossedCutOff,
      Category category) {}

  /** What became of a person. Without a value on one side there is no change, not zero. */
  public enum Category {
    RECOVERED,
    IMPROVED,
    UNCHANGED,
    DETERIORATED,
    NO_BASELINE,
    NO_FOLLOW_UP
  }

  public record Summary(
      int n, int used, Map<Category, Integer> counts, @Nullable EffectSize effectSize) {}

  /** Change in standard deviations before treatment; positive is improvement. */
  public record EffectSize(String kind, double d, double low, double high, int n) {}
}
