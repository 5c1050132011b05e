package org.daybridge.medication.knowledge;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A daily limit that holds in a circumstance. A cap lowers what is allowed, a raise is the
 * allowance of a special use; every circumstance that a row names must hold.
 */
public record DoseLimit(
    String id,
    String ingredient,
    Kind kind,
    double milligrams,
    Severity severity,
    Circumstance when,
    String because,
    Evidence evidence) {

  /** Lowers or raises the general maximum. */
  public enum Kind {
    CAP,
    RAISE
  }

  /** When a row holds; what is not named does not matter. */
  public record Circumstance(
      @Nullable Integer ageOver,
      Selector partner,
      Set<String> anyOf,
      @Nullable String sex,
      @Nullable String indication,
      @Nullable String form,
      @Nullable String setting,
      @Nullable Double clearanceAtMost) {}
}
