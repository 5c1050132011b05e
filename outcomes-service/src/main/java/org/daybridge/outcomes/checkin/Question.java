package org.daybridge.outcomes.checkin;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.daybridge.outcomes.instrument.RiskLevel;
import org.daybridge.outcomes.instrument.Score;
import org.jspecify.annotations.Nullable;

/**
 * One question of a check-in: a number from the lowest to the highest in steps, or one of options.
 *
 * @param words what numbers mean: all of them where they are options, else the ends of the scale
 * @param substance whether its answer tells of substance use
 */
public record Question(
    String id,
    String text,
    BigDecimal lowest,
    BigDecimal highest,
    BigDecimal step,
    boolean options,
    Map<BigDecimal, String> words,
    boolean substance,
    List<RiskRule> risks) {

  /** An answer from {@code from} to {@code to} tells of risk. */
  public record RiskRule(
      String code, @Nullable BigDecimal from, @Nullable BigDecimal to, RiskLevel level) {
    private boolean holds(BigDecimal answer) {
      return (from == null || answer.compareTo(from) >= 0)
          && (to == null || answer.compareTo(to) <= 0);
    }
  }

  public Question {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    risks = List.copyOf(risks);
  }

  public boolean asksForRisk() {
    return !risks.isEmpty();
  }

  boolean takes(BigDecimal answer) {
    return options
        ? words.keySet().stream().anyMatch(one -> one.compareTo(answer) == 0)
        : answer.compareTo(lowest) >= 0
            && answer.compareTo(highest) <= 0
            && answer.subtract(lowest).remainder(step).signum() == 0;
  }

  /** What it takes, for somebody who sent something else. */
  String taken() {
    return options
        ? words.entrySet().stream()
            .map(one -> one.getKey().toPlainString() + " (" + one.getValue() + ")")
            .collect(Collectors.joining(", ", "must be one of ", ""))
        : "must be a number from %s to %s in steps of %s"
            .formatted(lowest.toPlainString(), highest.toPlainString(), step.toPlainString());
  }

  /** The first rule that holds. */
  Optional<Score.Alert> alert(BigDecimal answer) {
    return risks.stream()
        .filter(rule -> rule.holds(answer))
        .findFirst()
        .map(rule -> new Score.Alert(id, rule.code(), rule.level()));
  }
}
