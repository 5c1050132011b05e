package org.daybridge.medication.knowledge;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.jspecify.annotations.Nullable;

/**
 * Brings a result into the unit of a rule by UCUM, the code of units that FHIR uses. Spellings of
 * laboratories that are no UCUM stand in a table; a unit that neither knows is never guessed, and
 * an amount of substance is never made of a mass.
 */
public final class Units {
  private static final int MOST_REMEMBERED = 2000;

  private final Map<String, String> spellings;
  private final Map<Conversion, OptionalDouble> factors = new ConcurrentHashMap<>();

  /** From one UCUM unit to another. */
  private record Conversion(String from, String to) {}

  /** UCUM is read when the first result asks for it. */
  private static final class Ucum {
    private static final UcumService SERVICE = read();

    private static UcumService read() {
      try (var essence = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
        return new UcumEssenceService(essence);
      } catch (UcumException | java.io.IOException e) {
        throw new IllegalStateException("The definitions of UCUM do not read.", e);
      }
    }
  }

  /** {@code spellings} by their plain form, each with its UCUM unit. */
  public Units(Map<String, String> spellings) {
    this.spellings = Map.copyOf(spellings);
  }

  /** The value in the wanted unit; a result without a unit is taken to have it. */
  public OptionalDouble in(String wanted, double value, @Nullable String unit) {
    if (unit == null || unit.isBlank() || plain(unit).equals(plain(wanted))) {
      return OptionalDouble.of(value);
    }
    var factor = factor(new Conversion(ucum(unit), ucum(wanted)));
    return factor.isPresent()
        ? OptionalDouble.of(value * factor.getAsDouble())
        : OptionalDouble.empty();
  }

  private String ucum(String unit) {
    var spelled = spellings.get(plain(unit));
    return spelled == null ? unit.strip().replace('µ', 'u').replace('μ', 'u') : spelled;
  }

  private OptionalDouble factor(Conversion conversion) {
    var known = factors.get(conversion);
    if (known != null) {
      return known;
    }
    var found = converted(conversion);
    if (factors.size() < MOST_REMEMBERED) {
      factors.put(conversion, found);
    }
    return found;
  }

  /** Only units that differ by a factor are converted: no rule reads a temperature. */
  private static OptionalDouble converted(Conversion conversion) {
    try {
      double one = converted("1.000000000000", conversion);
      double two = converted("2.000000000000", conversion);
      return Math.abs(two - 2 * one) <= 1e-9 * Math.abs(two)
          ? OptionalDouble.of(one)
          : OptionalDouble.empty();
    } catch (UcumException | RuntimeException e) {
      return OptionalDouble.empty(); // it is no UCUM, or of another kind of quantity
    }
  }

  private static double converted(String value, Conversion conversion) throws UcumException {
    return Double.parseDouble(
        Ucum.SERVICE.convert(new Decimal(value), conversion.from(), conversion.to()).asDecimal());
  }

  public static String plain(String unit) {
    return unit.replace(" ", "").replace('µ', 'u').replace('μ', 'u').toLowerCase(Locale.ROOT);
  }
}
