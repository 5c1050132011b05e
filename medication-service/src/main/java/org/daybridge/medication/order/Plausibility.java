package org.daybridge.medication.order;

import java.util.Optional;
import org.daybridge.medication.knowledge.Ingredient;

/** A dose far outside the usual range is more often a slip of unit or comma than a decision. */
public final class Plausibility {
  private Plausibility() {}

  /** Why the dose looks like a slip; empty when it does not, or when there is no usual range. */
  public static Optional<String> doubt(Ingredient drug, double milligramsPerDay, double factor) {
    var usual = drug.usual();
    if (usual == null) {
      return Optional.empty();
    }
    if (milligramsPerDay > usual.high() * factor) {
      return Optional.of(
          "More than %s times the usual %s mg a day."
              .formatted(plain(factor), plain(usual.high())));
    }
    return milligramsPerDay < usual.low() / (factor * 10)
        ? Optional.of(
            "Less than a fraction of the usual %s mg a day.".formatted(plain(usual.low())))
        : Optional.empty();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
