package org.daybridge.outcomes.step;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.StepDirection;
import org.daybridge.outcomes.significance.TrackRules;
import org.jspecify.annotations.Nullable;

/**
 * When measures, attendance and risk suggest another level of care. A proposal is advice with its
 * evidence; a clinician decides. Where there is too little to judge, it says what is missing.
 *
 * <ul>
 *   <li>{@code two-measures-under-threshold}: down, when the two newest measures of different days
 *       are below the case threshold, attendance is high enough and there was no high risk for two
 *       weeks
 *   <li>{@code reliable-deterioration}: up, when the newest measure is reliably worse than the
 *       baseline
 * </ul>
 */
public final class StepRules {
  public static final String DOWN = "two-measures-under-threshold";

  private StepRules() {}

  /** What is known of the patient now; measures newest first, one a day. */
  public record Evidence(
      List<Value> measures,
      int sessionsExpected,
      int sessionsAttended,
      @Nullable Instant lastHighRisk,
      boolean openRiskCase,
      TrackRules.Verdict track) {
    public Evidence {
      measures = List.copyOf(measures);
    }
  }

  public record Value(UUID measure, BigDecimal value) {}

  public record Limits(
      BigDecimal below, int attendancePercent, int sessionsAtLeast, int noHighRiskDays) {}

  public sealed interface Outcome {
    record Proposed(StepDirection direction, String rule, List<UUID> evidence) implements Outcome {}

    /** Nothing to propose, and why. */
    record Nothing(List<String> because) implements Outcome {}
  }

  public static Outcome judge(Evidence evidence, Limits limits, Instant now) {
    if (evidence.track() instanceof TrackRules.Verdict.NotOnTrack(var rule, _)
        && rule.equals(TrackRules.RELIABLE_DETERIORATION)
        && !evidence.measures().isEmpty()) {
      return new Outcome.Proposed(
          StepDirection.UP, rule, List.of(evidence.measures().getFirst().measure()));
    }
    List<String> against = new ArrayList<>();
    measures(evidence, limits, against);
    attendance(evidence, limits, against);
    risk(evidence, limits, now, against);
    if (!against.isEmpty()) return new Outcome.Nothing(List.copyOf(against));
    return new Outcome.Proposed(
        StepDirection.DOWN,
        DOWN,
        evidence.measures().stream().limit(2).map(Value::measure).toList());
  }

  private static void measures(Evidence evidence, Limits limits, List<String> against) {
    if (evidence.measures().size() < 2) {
      against.add(
          "two measures on different days are needed, there are " + evidence.measures().size());
      return;
    }
    boolean under =
        evidence.measures().stream()
            .limit(2)
            .allMatch(one -> one.value().compareTo(limits.below()) < 0);
    if (!under) {
      against.add("the two newest measures are not both below " + limits.below().toPlainString());
    }
  }

  private static void attendance(Evidence evidence, Limits limits, List<String> against) {
    if (evidence.sessionsExpected() < limits.sessionsAtLeast()) {
      against.add(
          "attendance of %d sessions is needed, there are %d"
              .formatted(limits.sessionsAtLeast(), evidence.sessionsExpected()));
      return;
    }
    boolean enough =
        evidence.sessionsAttended() * 100
            >= limits.attendancePercent() * evidence.sessionsExpected();
    if (!enough) {
      against.add(
          "attendance is %d of %d, below %d %%"
              .formatted(
                  evidence.sessionsAttended(),
                  evidence.sessionsExpected(),
                  limits.attendancePercent()));
    }
  }

  private static void risk(Evidence evidence, Limits limits, Instant now, List<String> against) {
    if (evidence.openRiskCase()) against.add("a risk case is open");
    Instant high = evidence.lastHighRisk();
    if (high != null && high.isAfter(now.minusSeconds(limits.noHighRiskDays() * 86_400L))) {
      against.add("there was a high risk within " + limits.noHighRiskDays() + " days");
    }
  }
}
