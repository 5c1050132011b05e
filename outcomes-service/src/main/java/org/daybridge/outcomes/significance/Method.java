package org.daybridge.outcomes.significance;

/**
 * A named two-point method for reliable change. The same data give very different counts by method,
 * so the method is always shown beside its result.
 */
public enum Method {
  JT("Jacobson and Truax", "Jacobson & Truax 1991, J Consult Clin Psychol 59:12", 1.96),
  EN("Edwards and Nunnally", "Speer 1992, J Consult Clin Psychol 60:402", 1.96),
  GLN("Gulliksen, Lord and Novick", "Hsu 1989, Behavioral Assessment 11:459", 1.96),
  HLL("Hsu, Linn and Lord", "Hsu 1989, Behavioral Assessment 11:459", 1.96),
  NK("Nunnally and Kotsch", "Nunnally & Kotsch 1983, Br J Clin Psychol 22:83", 1.96),
  HA("Hageman and Arrindell", "Hageman & Arrindell 1999, Behav Res Ther 37:1169", 1.65);

  private final String title;
  private final String source;
  private final double threshold;

  Method(String title, String source, double threshold) {
    this.title = title;
    this.source = source;
    this.threshold = threshold;
  }

  public String title() {
    return title;
  }

  public String source() {
    return source;
  }

  /** A change is reliable when its index is beyond this; Hageman and Arrindell's is one-sided. */
  public double threshold() {
    return threshold;
  }

  /** Methods that center or scale on the sample's own values after treatment. */
  boolean needsSample() {
    return this == HLL || this == HA;
  }
}
