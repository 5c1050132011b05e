package org.daybridge.outcomes.significance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.daybridge.outcomes.instrument.ChangeRule;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.ScoringScale;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.Changed;
import org.jspecify.annotations.Nullable;

/**
 * The stated rules by which somebody is not on track. They are rational rules of this program: the
 * recovery curves of commercial systems are not used and not imitated.
 *
 * <ul>
 *   <li>{@code reliable-deterioration}: worse than the baseline by the reliable change or more
 *   <li>{@code no-reliable-improvement-by-half}: a clinical baseline, half of the planned length
 *       gone, and not yet reliably better
 * </ul>
 */
public final class TrackRules {
  public static final String RELIABLE_DETERIORATION = "reliable-deterioration";
  public static final String NO_IMPROVEMENT_BY_HALF = "no-reliable-improvement-by-half";

  private TrackRules() {}

  public sealed interface Verdict {
    record OnTrack() implements Verdict {}

    record NotOnTrack(String rule, String because) implements Verdict {}

    record NotJudged(String because) implements Verdict {}
  }

  public static Verdict judge(
      Instrument instrument,
      @Nullable String scale,
      ChangeSinceBaseline change,
      LocalDate admittedOn,
      LocalDate answeredOn,
      int plannedWeeks) {
    if (!(change instanceof Changed changed)) return new Verdict.NotJudged("no baseline");
    ChangeRule rule = instrument.changeRule(scale);
    if (rule == null || rule.reliable() == null) {
      return new Verdict.NotJudged("no published reliable change");
    }
    ScoringScale direction = new ScoringScale(instrument, scale);
    BigDecimal better = direction.lowerIsBetter() ? changed.change().negate() : changed.change();
    if (better.negate().compareTo(rule.reliable()) >= 0) {
      return new Verdict.NotOnTrack(
          RELIABLE_DETERIORATION,
          "worse than the baseline by "
              + better.negate().toPlainString()
              + ", reliable from "
              + rule.reliable().toPlainString());
    }
    boolean clinicalStart =
        rule.caseAt() == null || !direction.isBetter(changed.baseline(), rule.caseAt());
    long weeks = ChronoUnit.WEEKS.between(admittedOn, answeredOn);
    boolean half = 2 * weeks >= plannedWeeks;
    if (clinicalStart && half && better.compareTo(rule.reliable()) < 0) {
      return new Verdict.NotOnTrack(
          NO_IMPROVEMENT_BY_HALF,
          "week " + weeks + " of " + plannedWeeks + " without a reliable improvement");
    }
    return new Verdict.OnTrack();
  }
}
