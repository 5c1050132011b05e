package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a change of this instrument means, in its own score units, with the source of the numbers.
 *
 * @param reliable a change of at least this much is reliable
 * @param minimal the smallest important change
 * @param responsePercent a drop (or rise) of this share of the baseline is a response
 * @param responsePoints a change of this many points is a response
 * @param caseAt the clinical side of the cut-off starts here; response needs a clinical baseline
 * @param remission at or beyond this value on the better side the symptoms are in remission
 * @param scale the scale it is about, or null for the total
 */
public record ChangeRule(
    @Nullable BigDecimal reliable,
    @Nullable BigDecimal minimal,
    @Nullable BigDecimal responsePercent,
    @Nullable BigDecimal responsePoints,
    @Nullable BigDecimal caseAt,
    @Nullable BigDecimal remission,
    @Nullable String scale,
    String source) {}
