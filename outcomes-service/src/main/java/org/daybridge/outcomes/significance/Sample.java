package org.daybridge.outcomes.significance;

import java.util.Comparator;
import java.util.List;

/**
 * The people with a value before and after. Sums run over sorted values, so that the order in which
 * people come changes not one digit.
 */
record Sample(
    int n, double meanPre, double sdPre, double meanPost, double sdPost, double correlation) {

  static Sample of(List<Pair> complete) {
    List<Pair> pairs =
        complete.stream()
            .sorted(Comparator.comparingDouble(Pair::before).thenComparingDouble(Pair::after))
            .toList();
    int n = pairs.size();
    double meanPre = pairs.stream().mapToDouble(Pair::before).sum() / n;
    double meanPost = pairs.stream().mapToDouble(Pair::after).sum() / n;
    double pre = 0;
    double post = 0;
    double both = 0;
    for (Pair pair : pairs) {
      double dPre = pair.before() - meanPre;
      double dPost = pair.after() - meanPost;
      pre += dPre * dPre;
      post += dPost * dPost;
      both += dPre * dPost;
    }
    double spread = Math.sqrt(pre * post);
    return new Sample(
        n,
        meanPre,
        Math.sqrt(pre / (n - 1)),
        meanPost,
        Math.sqrt(post / (n - 1)),
        spread == 0 ? Double.NaN : both / spread);
  }
}
