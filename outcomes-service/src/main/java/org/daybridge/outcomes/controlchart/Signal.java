package org.daybridge.outcomes.controlchart;

/** A rule that fired over some points, counted from 0, both included. */
public record Signal(Rule rule, int from, int to) {

  /** The rules, each with its slug. */
  public enum Rule {
    /** One point beyond three sigmas. */
    BEYOND_LIMITS("point-beyond-limits"),
    /** Eight or more in a row on one side of the centre. */
    SHIFT("shift-of-eight"),
    /** Six or more in a row, each higher than the one before, or each lower. */
    TREND("trend-of-six"),
    /** Two of three in a row in the outer third, beyond two sigmas on the same side. */
    OUTER_THIRD("two-of-three-in-outer-third"),
    /** Fifteen or more in a row in the inner third, within one sigma: too even to be true. */
    INNER_THIRD("fifteen-in-inner-third"),
    /** Two neighbours further apart than the limit of the moving range. */
    RANGE_BEYOND_LIMIT("moving-range-beyond-limit");

    private final String slug;

    Rule(String slug) {
      this.slug = slug;
    }

    public String slug() {
      return slug;
    }
  }
}
