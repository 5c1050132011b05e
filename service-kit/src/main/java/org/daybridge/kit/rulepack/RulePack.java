package org.daybridge.kit.rulepack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that the rules of a service use on one day: hours bands, group sizes, due dates. Each
 * has a source and a time in which it holds; what a rule does with its number is code.
 */
public final class RulePack {
  private final String version;
  private final LocalDate day;
  private final Map<String, List<Value>> values;

  RulePack(String version, LocalDate day, Map<String, List<Value>> values) {
    this.version = version;
    this.day = day;
    this.values = values;
  }

  /**
   * One number with its time and source. {@code to} is exclusive; null means until further notice.
   */
  public record Value(
      String id, BigDecimal value, LocalDate from, @Nullable LocalDate to, String source) {
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
  }

  /**
   * Name and version of the pack: a decision stores it, so that it can be explained and replayed.
   */
  public String version() {
    return version;
  }

  public Value value(String id) {
    return values.getOrDefault(id, List.of()).stream()
        .filter(value -> value.holdsOn(day))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Rule pack "
                        + version
                        + " has no value for '"
                        + id
                        + "' on "
                        + day
                        + "\nMaybe its valid-from is later, or the id is misspelt."));
  }

  public int number(String id) {
    return value(id).value().intValueExact();
  }

  public BigDecimal decimal(String id) {
    return value(id).value();
  }
}
