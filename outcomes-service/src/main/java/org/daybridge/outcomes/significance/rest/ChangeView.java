package org.daybridge.outcomes.significance.rest;

import java.math.BigDecimal;
import org.daybridge.outcomes.significance.ChangeSinceBaseline;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.Changed;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.None;
import org.jspecify.annotations.Nullable;

/**
 * Change since baseline as shown. {@code status} is REMISSION, RESPONSE, RELIABLY_IMPROVED,
 * UNCHANGED or DETERIORATED, or says why there is none: NO_BASELINE, NO_CURRENT_VALUE,
 * NOT_AN_OUTCOME.
 */
public record ChangeView(
    String status,
    @Nullable BigDecimal baseline,
    @Nullable BigDecimal current,
    @Nullable BigDecimal change,
    @Nullable BigDecimal percentBetter,
    @Nullable Boolean reliable,
    @Nullable String source) {

  public static ChangeView of(ChangeSinceBaseline change) {
    return switch (change) {
      case None(var reason) -> new ChangeView(reason.name(), null, null, null, null, null, null);
      case Changed changed ->
          new ChangeView(
              changed.status().name(),
              changed.baseline(),
              changed.current(),
              changed.change(),
              changed.percentBetter(),
              changed.reliable(),
              changed.source());
    };
  }
}
