package org.daybridge.outcomes.instrument.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.daybridge.outcomes.instrument.Score;
import org.jspecify.annotations.Nullable;

/**
 * A score as shown. Nulls are written: a total that could not be computed is told, not left out. A
 * flag qualifies the score; an alert is a risk answer.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScoreView(
    String instrument,
    String version,
    @Nullable BigDecimal total,
    @Nullable BigDecimal prorated,
    @JsonInclude(content = JsonInclude.Include.ALWAYS) Map<String, @Nullable BigDecimal> subscales,
    @Nullable String severity,
    List<String> flags,
    List<String> missing,
    List<AlertView> alerts) {

  /** One risk answer: item, code and level LOW, MODERATE or HIGH. */
  public record AlertView(String item, String code, String level) {}

  public static ScoreView of(Score score) {
    return new ScoreView(
        score.instrument(),
        score.version(),
        score.total(),
        score.prorated(),
        score.subscales(),
        score.severity(),
        score.flags(),
        score.missing(),
        score.alerts().stream()
            .map(alert -> new AlertView(alert.item(), alert.code(), alert.level().name()))
            .toList());
  }
}
