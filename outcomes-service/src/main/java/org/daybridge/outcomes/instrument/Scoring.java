package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of an instrument.
 *
 * @param higherIsBetter scales that run against the instrument's own direction
 * @param severity names the severity itself where no bands over a total do
 * @param screen the screening result: true is positive, false negative, unknown neither
 */
public record Scoring(
    @Nullable Expression total,
    @Nullable Expression prorated,
    SequencedMap<String, Expression> scales,
    Set<String> higherIsBetter,
    List<Band> bands,
    @Nullable Expression severity,
    @Nullable Expression screen,
    List<FlagRule> flags,
    List<AlertRule> alerts,
    Map<String, Map<BigDecimal, BigDecimal>> tables,
    @Nullable BigDecimal lowest,
    @Nullable BigDecimal highest) {

  /** Inclusive at its lower edge: "10 and above" includes 10. */
  public record Band(BigDecimal from, String code) {}

  /** Something that qualifies the score. */
  public record FlagRule(String code, Expression when) {}

  /** An answer that a person must see; unknown when its item was not answered. */
  public record AlertRule(String code, String item, Expression when, Expression level) {}

  public Scoring {
    bands = List.copyOf(bands);
    flags = List.copyOf(flags);
    alerts = List.copyOf(alerts);
  }

  @Nullable String band(@Nullable BigDecimal value) {
    if (value == null) return null;
    String code = null;
    for (Band band : bands) if (value.compareTo(band.from) >= 0) code = band.code;
    return code;
  }
}
