package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a formula may call. {@code sum}, {@code mean} and {@code count} are unknown as soon as one
 * value is; the functions that tolerate a missing answer say how many in their first argument:
 * {@code filledSum(1, q1..q9)} replaces at most one missing answer by the mean of the others,
 * {@code filledMedian} by their median rounded up, {@code meanOfAnswered(3, q1..q5)} needs three.
 */
record ScoringFunctions(Map<String, Map<BigDecimal, BigDecimal>> tables) {
  static final MathContext PRECISION = MathContext.DECIMAL64;

  @Nullable Object call(String function, List<@Nullable Object> values) {
    return switch (function) {
      case "sum" -> complete(values) ? sum(values) : null;
      case "mean" -> complete(values) ? mean(values) : null;
      case "min" ->
          complete(values) ? numbers(values).stream().min(BigDecimal::compareTo).get() : null;
      case "max" ->
          complete(values) ? numbers(values).stream().max(BigDecimal::compareTo).get() : null;
      case "count" -> complete(values) ? BigDecimal.valueOf(trues(values)) : null;
      case "answered" -> BigDecimal.valueOf(values.size() - unknowns(values));
      case "missing" -> BigDecimal.valueOf(unknowns(values));
      case "known" -> unknowns(values) == 0;
      case "any" -> atLeast(1, values);
      case "all" -> atLeast(values.size(), values);
      case "atLeast" -> atLeast(first(values).intValueExact(), rest(values));
      case "sumOfAnswered" -> sum(values);
      case "meanOfAnswered" -> meanOfAnswered(first(values).intValueExact(), rest(values));
      case "filledSum" -> filledSum(first(values).intValueExact(), rest(values));
      case "filledMedian" -> filledMedian(first(values).intValueExact(), rest(values));
      case "prorated" -> prorated(first(values).intValueExact(), rest(values));
      case "lookup" -> lookup((String) Objects.requireNonNull(values.get(0)), values.get(1));
      case "round" -> round(values);
      default -> throw new IllegalArgumentException("No scoring function is called " + function);
    };
  }

  private static BigDecimal first(List<@Nullable Object> values) {
    return (BigDecimal) Objects.requireNonNull(values.getFirst());
  }

  private static List<@Nullable Object> rest(List<@Nullable Object> values) {
    return values.subList(1, values.size());
  }

  private static boolean complete(List<@Nullable Object> values) {
    return unknowns(values) == 0;
  }

  private static long unknowns(List<@Nullable Object> values) {
    return values.stream().filter(Objects::isNull).count();
  }

  private static long trues(List<@Nullable Object> values) {
    return values.stream().filter(Boolean.TRUE::equals).count();
  }

  private static List<BigDecimal> numbers(List<@Nullable Object> values) {
    List<BigDecimal> numbers = new ArrayList<>(values.size());
    for (Object value : values) if (value instanceof BigDecimal number) numbers.add(number);
    return numbers;
  }

  private static BigDecimal sum(List<@Nullable Object> values) {
    return numbers(values).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static @Nullable BigDecimal mean(List<@Nullable Object> values) {
    List<BigDecimal> numbers = numbers(values);
    if (numbers.isEmpty()) return null;
    return sum(values).divide(BigDecimal.valueOf(numbers.size()), PRECISION);
  }

  private static @Nullable Boolean atLeast(int wanted, List<@Nullable Object> values) {
    if (trues(values) >= wanted) return true;
    return trues(values) + unknowns(values) < wanted ? Boolean.FALSE : null;
  }

  private static @Nullable BigDecimal meanOfAnswered(int needed, List<@Nullable Object> values) {
    return values.size() - unknowns(values) < needed ? null : mean(values);
  }

  private static @Nullable BigDecimal filledSum(int tolerated, List<@Nullable Object> values) {
    if (complete(values)) return sum(values);
    if (unknowns(values) > tolerated || unknowns(values) == values.size()) return null;
    BigDecimal total = sum(values).multiply(BigDecimal.valueOf(values.size()));
    return total.divide(BigDecimal.valueOf(numbers(values).size()), PRECISION);
  }

  private static @Nullable BigDecimal filledMedian(int tolerated, List<@Nullable Object> values) {
    if (unknowns(values) > tolerated || unknowns(values) == values.size()) return null;
    List<BigDecimal> sorted = numbers(values).stream().sorted().toList();
    BigDecimal low = sorted.get((sorted.size() - 1) / 2);
    BigDecimal high = sorted.get(sorted.size() / 2);
    BigDecimal median =
        low.add(high).divide(BigDecimal.TWO, PRECISION).setScale(0, RoundingMode.CEILING);
    return sum(values).add(median.multiply(BigDecimal.valueOf(unknowns(values))));
  }

  /** Only with something missing: a complete form has its total and needs no estimate. */
  private static @Nullable BigDecimal prorated(int tolerated, List<@Nullable Object> values) {
    return complete(values) ? null : filledSum(tolerated, values);
  }

  private @Nullable BigDecimal lookup(String name, @Nullable Object value) {
    Map<BigDecimal, BigDecimal> table = tables.get(name);
    if (table == null) throw new IllegalArgumentException("No table is called " + name);
    return value == null ? null : table.get(((BigDecimal) value).stripTrailingZeros());
  }

  private static @Nullable BigDecimal round(List<@Nullable Object> values) {
    if (!complete(values)) return null;
    return first(values)
        .setScale(
            ((BigDecimal) Objects.requireNonNull(values.get(1))).intValueExact(),
            RoundingMode.HALF_UP);
  }
}
