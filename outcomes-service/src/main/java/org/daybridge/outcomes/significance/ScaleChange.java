package org.daybridge.outcomes.significance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.daybridge.outcomes.instrument.ChangeRule;
import org.daybridge.outcomes.instrument.ScoringScale;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.Changed;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.Status;
import org.jspecify.annotations.Nullable;

/** Judges one change by the published rule of its instrument. */
record ScaleChange(
    ScoringScale scale, @Nullable ChangeRule rule, BigDecimal baseline, BigDecimal current) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Changed judged() {
    return new Changed(
        baseline,
        current,
        current.subtract(baseline),
        percentBetter(),
        rule == null || rule.reliable() == null
            ? null
            : Boolean.valueOf(better().abs().compareTo(rule.reliable()) >= 0),
        status(),
        rule == null ? "No published change rule for this scale" : rule.source());
  }

  private BigDecimal better() {
    BigDecimal change = current.subtract(baseline);
    return scale.lowerIsBetter() ? change.negate() : change;
  }

  private @Nullable BigDecimal percentBetter() {
    if (baseline.signum() == 0) return null;
    return better().multiply(HUNDRED).divide(baseline.abs(), 1, RoundingMode.HALF_UP);
  }

  private Status status() {
    if (rule == null) return Status.UNCHANGED;
    boolean clinicalStart = rule.caseAt() == null || !scale.isBetter(baseline, rule.caseAt());
    if (clinicalStart && rule.remission() != null && better().signum() > 0) {
      if (!scale.isBetter(rule.remission(), current)) return Status.REMISSION;
    }
    if (clinicalStart && responds()) return Status.RESPONSE;
    if (rule.reliable() == null) return Status.UNCHANGED;
    if (better().compareTo(rule.reliable()) >= 0) return Status.RELIABLY_IMPROVED;
    return better().negate().compareTo(rule.reliable()) >= 0
        ? Status.DETERIORATED
        : Status.UNCHANGED;
  }

  private boolean responds() {
    if (rule == null) return false;
    if (rule.responsePoints() != null) return better().compareTo(rule.responsePoints()) >= 0;
    if (rule.responsePercent() == null || baseline.signum() == 0) return false;
    return better().multiply(HUNDRED).compareTo(rule.responsePercent().multiply(baseline.abs()))
        >= 0;
  }
}
