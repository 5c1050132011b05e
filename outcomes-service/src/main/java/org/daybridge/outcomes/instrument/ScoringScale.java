package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The total (no name) or one named scale of an instrument, with its own direction. */
public record ScoringScale(Instrument instrument, @Nullable String name) {

  public boolean lowerIsBetter() {
    boolean lower = instrument.betterIs() == Instrument.Direction.LOWER;
    return name != null && instrument.scoring().higherIsBetter().contains(name) ? !lower : lower;
  }

  /** Strictly better than the other value. */
  public boolean isBetter(BigDecimal value, BigDecimal than) {
    return lowerIsBetter() ? value.compareTo(than) < 0 : value.compareTo(than) > 0;
  }
}
