package org.daybridge.medication.knowledge;

import java.util.Locale;

/** How serious an alert is, the most serious first. */
public enum Severity {
  CONTRAINDICATED,
  MAJOR,
  MODERATE,
  INFO;

  /** Only these two interrupt a prescriber. */
  public boolean interrupts() {
    return this == CONTRAINDICATED || this == MAJOR;
  }

  public boolean worseThan(Severity other) {
    return compareTo(other) < 0;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Severity of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
