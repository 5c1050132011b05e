package org.daybridge.outcomes.significance;

import java.math.BigDecimal;
import org.daybridge.outcomes.instrument.ChangeRule;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.ScoringScale;
import org.jspecify.annotations.Nullable;

/** What became of one scale since admission. Without a baseline there is none, not zero. */
public sealed interface ChangeSinceBaseline {

  /** No usable value in the window around admission, or none now. */
  record None(Reason reason) implements ChangeSinceBaseline {}

  enum Reason {
    NO_BASELINE,
    NO_CURRENT_VALUE,
    NOT_AN_OUTCOME
  }

  /**
   * @param change in the raw sign of the scale
   * @param percentBetter share of the baseline, positive when better; unknown at a baseline of zero
   * @param reliable whether the change reaches the reliable change, or null where none is published
   */
  record Changed(
      BigDecimal baseline,
      BigDecimal current,
      BigDecimal change,
      @Nullable BigDecimal percentBetter,
      @Nullable Boolean reliable,
      Status status,
      String source)
      implements ChangeSinceBaseline {}

  /** Remission and response need a clinical baseline, as their definitions say. */
  enum Status {
    REMISSION,
    RESPONSE,
    RELIABLY_IMPROVED,
    UNCHANGED,
    DETERIORATED
  }

  static ChangeSinceBaseline of(
      Instrument instrument,
      @Nullable String scale,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal current) {
    if (instrument.purpose() != Instrument.Purpose.OUTCOME) return new None(Reason.NOT_AN_OUTCOME);
    if (baseline == null) return new None(Reason.NO_BASELINE);
    if (current == null) return new None(Reason.NO_CURRENT_VALUE);
    ChangeRule rule = instrument.changeRule(scale);
    return new ScaleChange(new ScoringScale(instrument, scale), rule, baseline, current).judged();
  }
}
