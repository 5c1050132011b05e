package org.daybridge.medication.knowledge;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Brings a result into the unit of a rule; an unknown unit is never guessed. */
public final class Units {

  /** What one of this unit is in the unit that rules use. */
  public record Factor(String canonical, double factor) {}

  private final Map<String, Factor> factors;

  public Units(Map<String, Factor> factors) {
    this.factors = Map.copyOf(factors);
  }

  public OptionalDouble in(String wanted, double value, @Nullable String unit) {
    if (unit == null || unit.isBlank() || plain(unit).equals(plain(wanted))) {
      return OptionalDouble.of(value);
    }
    var factor = factors.get(plain(unit));
    return factor != null && factor.canonical().equals(wanted)
        ? OptionalDouble.of(value * factor.factor())
        : OptionalDouble.empty();
  }

  public static String plain(String unit) {
    return unit.replace(" ", "").replace('µ', 'u').replace('μ', 'u').toLowerCase(Locale.ROOT);
  }
}
