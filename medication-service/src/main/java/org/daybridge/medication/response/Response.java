package org.daybridge.medication.response;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One instrument during one medication, in plain facts: the score before the start, the latest
 * while it was given, the difference, and whether that is reliable by the published rule. It says
 * what happened after, never because of: what else changed in the same days stands beside it.
 */
public record Response(
    String instrument,
    String instrumentVersion,
    @Nullable Score before,
    @Nullable Score latest,
    @Nullable BigDecimal change,
    @Nullable Direction direction,
    @Nullable Boolean reliable,
    Standing standing,
    @Nullable String changeRule,
    @Nullable Integer daysOfTreatment,
    List<OfDose> byDose,
    List<OtherChange> alsoChanged) {

  /** A total on its day. */
  public record Score(LocalDate on, BigDecimal total, @Nullable String severity) {}

  /** Which way the score went. */
  public enum Direction {
    BETTER,
    WORSE,
    SAME
  }

  /** What can be said, and why not more. */
  public enum Standing {
    RELIABLY_BETTER,
    RELIABLY_WORSE,
    NO_RELIABLE_CHANGE,
    /** No reliable change is published for the instrument. */
    NOT_JUDGED,
    NO_SCORE_BEFORE,
    NO_SCORE_SINCE
  }

  /** The last score while one dose was given. */
  public record OfDose(LocalDate from, BigDecimal mgPerDay, @Nullable Score latest) {}

  /** Another medication that began, changed or ended between the two scores. */
  public record OtherChange(LocalDate on, String drug, String what) {}

  /**
   * {@code scores} are of one version of one instrument, the first first. The score before is the
   * last one until the first day, if it is not older than {@code baselineDays}.
   */
  static Response of(
      MedicationCourse course,
      List<OutcomeScore> scores,
      List<Score> days,
      Optional<ChangeRule> rule,
      int baselineDays,
      List<MedicationCourse> others) {
    var start = course.startedOn();
    var before =
        last(
            days,
            score ->
                !score.on().isAfter(start) && !score.on().isBefore(start.minusDays(baselineDays)));
    var latest = last(days, score -> score.on().isAfter(start) && course.covers(score.on()));
    var change = before == null || latest == null ? null : latest.total().subtract(before.total());
    var direction = change == null ? null : direction(change, rule);
    var reliable = change == null ? null : reliable(change, rule);
    return new Response(
        scores.getFirst().instrument(),
        scores.getFirst().instrumentVersion(),
        before,
        latest,
        change,
        direction,
        reliable,
        standing(before, latest, direction, reliable),
        rule.map(ChangeRule::source).orElse(null),
        latest == null ? null : (int) ChronoUnit.DAYS.between(start, latest.on()),
        byDose(course, days),
        before == null || latest == null ? List.of() : alsoChanged(others, before, latest));
  }

  private static @Nullable Score last(List<Score> days, java.util.function.Predicate<Score> which) {
    return days.stream().filter(which).reduce((_, later) -> later).orElse(null);
  }

  /** Without a rule nobody knows which way is better. */
  private static @Nullable Direction direction(BigDecimal change, Optional<ChangeRule> rule) {
    if (change.signum() == 0) {
      return Direction.SAME;
    }
    return rule.map(
            r -> (change.signum() < 0) == r.lowerIsBetter() ? Direction.BETTER : Direction.WORSE)
        .orElse(null);
  }

  private static @Nullable Boolean reliable(BigDecimal change, Optional<ChangeRule> rule) {
    return rule.map(ChangeRule::reliable)
        .map(enough -> change.abs().compareTo(enough) >= 0)
        .orElse(null);
  }

  private static Standing standing(
      @Nullable Score before,
      @Nullable Score latest,
      @Nullable Direction direction,
      @Nullable Boolean reliable) {
    if (before == null) {
      return Standing.NO_SCORE_BEFORE;
    }
    if (latest == null) {
      return Standing.NO_SCORE_SINCE;
    }
    if (reliable == null || direction == null) {
      return Standing.NOT_JUDGED;
    }
    if (!reliable) {
      return Standing.NO_RELIABLE_CHANGE;
    }
    return direction == Direction.BETTER ? Standing.RELIABLY_BETTER : Standing.RELIABLY_WORSE;
  }

  private static List<OfDose> byDose(MedicationCourse course, List<Score> days) {
    var found = new ArrayList<OfDose>();
    for (int i = 0; i < course.doses().size(); i++) {
      var dose = course.doses().get(i);
      var next = i + 1 < course.doses().size() ? course.doses().get(i + 1).from() : null;
      found.add(
          new OfDose(
              dose.from(),
              dose.mgPerDay(),
              last(
                  days,
                  score ->
                      score.on().isAfter(dose.from())
                          && (next == null || !score.on().isAfter(next))
                          && course.covers(score.on()))));
    }
    return List.copyOf(found);
  }

  private static List<OtherChange> alsoChanged(
      List<MedicationCourse> others, Score before, Score latest) {
    var changes = new ArrayList<OtherChange>();
    for (var other : others) {
      for (var dose : other.doses()) {
        boolean start = dose.from().equals(other.startedOn());
        changes.add(new OtherChange(dose.from(), other.drug(), start ? "STARTED" : "DOSE_CHANGED"));
      }
      if (other.endedOn() != null) {
        changes.add(new OtherChange(other.endedOn(), other.drug(), "ENDED"));
      }
    }
    return changes.stream()
        .filter(c -> c.on().isAfter(before.on()) && !c.on().isAfter(latest.on()))
        .sorted(Comparator.comparing(OtherChange::on).thenComparing(OtherChange::drug))
        .toList();
  }
}
