package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of one submission. A flag qualifies the score; an alert is a risk answer. {@code
 * prorated} is an estimate for the reader's eye: it feeds no alert and no change class.
 */
public record Score(
    String instrument,
    String version,
    @Nullable BigDecimal total,
    @Nullable BigDecimal prorated,
    Map<String, @Nullable BigDecimal> subscales,
    @Nullable String severity,
    List<String> flags,
    List<String> missing,
    List<Alert> alerts) {

  /** The flag that says a risk question has no answer: not the same as "no risk". */
  public static final String RISK_UNKNOWN = "risk-unknown";

  public static final String SCREEN_POSITIVE = "screen-positive";
  public static final String SCREEN_NEGATIVE = "screen-negative";

  public record Alert(String item, String code, RiskLevel level) {}

  public Score {
    subscales = Collections.unmodifiableMap(new LinkedHashMap<>(subscales));
    flags = List.copyOf(flags);
    missing = List.copyOf(missing);
    alerts = List.copyOf(alerts);
  }

  public boolean riskUnknown() {
    return flags.contains(RISK_UNKNOWN);
  }

  /** The value of a scale, or of the total when no scale is named. */
  public @Nullable BigDecimal value(@Nullable String scale) {
    return scale == null ? total : subscales.get(scale);
  }
}
