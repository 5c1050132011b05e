package org.daybridge.outcomes.significance;

/**
 * The reliable change index of one method. M and SD are the clinical norm's where one is given, the
 * sample's before treatment otherwise.
 *
 * @param reliability of the measure before treatment, from 0 up to but not including 1
 * @param reliabilityPost of the measure after treatment
 */
record ReliableChange(
    Method method,
    double mean,
    double sd,
    double reliability,
    double reliabilityPost,
    Sample sample) {

  double standardError() {
    return sd * Math.sqrt(1 - reliability);
  }

  double standardErrorOfDifference() {
    return Math.sqrt(2 * standardError() * standardError());
  }

  /** In score units, for Jacobson and Truax; the other methods have no single one. */
  double smallestReliableChange() {
    return Method.JT.threshold() * standardErrorOfDifference();
  }

  double index(double pre, double post) {
    double r = reliability;
    double expected = r * (pre - mean) + mean;
    return switch (method) {
      case JT -> (post - pre) / standardErrorOfDifference();
      case EN -> (post - expected) / standardError();
      case GLN -> (post - expected) / (sd * Math.sqrt(1 - r * r));
      case HLL -> (post - sample.meanPost() - r * (pre - mean)) / (sd * Math.sqrt(1 - r * r));
      case NK ->
          (post - expected)
              / Math.sqrt(r * r * sd * sd * (1 - r) + sd * sd * (1 - reliabilityPost));
      case HA -> {
        double rdd = reliabilityOfDifference();
        yield ((post - pre) * rdd + (sample.meanPost() - sample.meanPre()) * (1 - rdd))
            / (Math.sqrt(rdd) * standardErrorOfDifference());
      }
    };
  }

  double reliabilityOfDifference() {
    double pre = sample.sdPre();
    double post = sample.sdPost();
    double shared = 2 * pre * post * sample.correlation();
    return (pre * pre * reliability + post * post * reliabilityPost - shared)
        / (pre * pre + post * post - shared);
  }
}
