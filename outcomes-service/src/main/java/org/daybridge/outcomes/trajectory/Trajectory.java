package org.daybridge.outcomes.trajectory;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Phase;
import org.daybridge.outcomes.instrument.ChangeRule;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.ScoringScale;
import org.daybridge.outcomes.significance.ChangeSinceBaseline;
import org.daybridge.outcomes.significance.TrackRules;
import org.jspecify.annotations.Nullable;

/**
 * One scale of one instrument version over time. The baseline is the first value in the window
 * around the admission; every later point is judged against it. Two versions are never on one line.
 */
public record Trajectory(
    Instrument instrument,
    @Nullable String scale,
    Optional<Value> baseline,
    List<Point> points,
    @Nullable Corridor corridor,
    TrackRules.Verdict track,
    List<Phase> phases,
    ZoneId zone) {

  /** A value as it was answered, oldest first. */
  public record Value(
      UUID measure, Instant answeredAt, BigDecimal value, @Nullable String severity) {}

  public record Point(Value value, ChangeSinceBaseline change) {}

  /** Between these a value is not reliably different from the baseline. */
  public record Corridor(BigDecimal low, BigDecimal high) {}

  public static Trajectory of(
      Instrument instrument,
      @Nullable String scale,
      List<Value> values,
      Instant windowFrom,
      Instant windowTo,
      Episode episode,
      List<Phase> phases) {
    Optional<Value> baseline =
        instrument.purpose() != Instrument.Purpose.OUTCOME
            ? Optional.empty()
            : values.stream()
                .filter(one -> !one.answeredAt().isBefore(windowFrom))
                .filter(one -> one.answeredAt().isBefore(windowTo))
                .findFirst();
    BigDecimal start = baseline.map(Value::value).orElse(null);
    List<Point> points =
        values.stream()
            .map(
                one ->
                    new Point(
                        one,
                        ChangeSinceBaseline.of(
                            instrument, scale, before(one, baseline) ? null : start, one.value())))
            .toList();
    return new Trajectory(
        instrument,
        scale,
        baseline,
        points,
        corridor(instrument, scale, start),
        verdict(instrument, scale, points, episode),
        phases,
        episode.zone());
  }

  /** A value from before the baseline, of an earlier episode, has no change since it. */
  private static boolean before(Value one, Optional<Value> baseline) {
    return baseline.isPresent() && one.answeredAt().isBefore(baseline.get().answeredAt());
  }

  private static @Nullable Corridor corridor(
      Instrument instrument, @Nullable String scale, @Nullable BigDecimal start) {
    ChangeRule rule = instrument.changeRule(scale);
    if (start == null || rule == null || rule.reliable() == null) return null;
    return new Corridor(start.subtract(rule.reliable()), start.add(rule.reliable()));
  }

  private static TrackRules.Verdict verdict(
      Instrument instrument, @Nullable String scale, List<Point> points, Episode episode) {
    if (points.isEmpty()) return new TrackRules.Verdict.NotJudged("no values");
    Point last = points.getLast();
    LocalDate answeredOn = episode.dayOf(last.value().answeredAt());
    return TrackRules.judge(
        instrument, scale, last.change(), episode.admittedOn(), answeredOn, episode.plannedWeeks());
  }

  public boolean lowerIsBetter() {
    return new ScoringScale(instrument, scale).lowerIsBetter();
  }
}
