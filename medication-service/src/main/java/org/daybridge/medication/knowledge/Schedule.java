package org.daybridge.medication.knowledge;

/** Federal schedule of a controlled substance (21 CFR 1308). */
public enum Schedule {
  C_II,
  C_III,
  C_IV,
  C_V;

  public String code() {
    return name().replace('_', '-');
  }

  public static Schedule of(String code) {
    return valueOf(code.replace('-', '_'));
  }
}
