package org.daybridge.outcomes.controlchart;

import java.math.BigInteger;
import java.util.List;

/**
 * The runs of a run chart around its median (Anhøj): a process that only varies at random rarely
 * has a longer run than round(log2 n + 3), or crosses its median less often than the fifth
 * percentile of a fair coin. Values on the median are left out.
 *
 * @param useful how many values are not on the median
 * @param longest the longest run and {@code longestExpected} what chance makes of it
 * @param crossings of the median and {@code fewestExpected} what chance makes of them
 */
public record Runs(
    double median,
    int useful,
    int longest,
    int longestExpected,
    int crossings,
    int fewestExpected) {
  private static final BigInteger TWENTY = BigInteger.valueOf(20);

  /** Whether the process is unlikely to vary by chance alone. */
  public boolean signal() {
    return longest > longestExpected || crossings < fewestExpected;
  }

  static Runs of(List<Double> values) {
    double median = median(values);
    List<Boolean> sides =
        values.stream().filter(value -> value != median).map(value -> value > median).toList();
    int longest = 0;
    int run = 0;
    int crossings = 0;
    for (int i = 0; i < sides.size(); i++) {
      boolean same = i > 0 && sides.get(i).equals(sides.get(i - 1));
      run = same ? run + 1 : 1;
      if (i > 0 && !same) crossings++;
      longest = Math.max(longest, run);
    }
    int useful = sides.size();
    return new Runs(
        median,
        useful,
        longest,
        useful == 0 ? 0 : (int) Math.round(Math.log(useful) / Math.log(2) + 3),
        crossings,
        useful == 0 ? 0 : fifthPercentile(useful - 1));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** The smallest number of heads that a fair coin stays at or below in one of twenty trials. */
  private static int fifthPercentile(int tosses) {
    BigInteger all = BigInteger.TWO.pow(tosses);
    BigInteger ways = BigInteger.ONE;
    BigInteger below = BigInteger.ONE;
    int heads = 0;
    while (below.multiply(TWENTY).compareTo(all) < 0) {
      heads++;
      ways =
          ways.multiply(BigInteger.valueOf(tosses - heads + 1L)).divide(BigInteger.valueOf(heads));
      below = below.add(ways);
    }
    return heads;
  }
}
