package org.daybridge.medication.knowledge;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One test that a drug asks for: at baseline, at checkpoints after the start, then at intervals.
 */
public record MonitoringItem(
    String rule,
    Selector drugs,
    LabTest test,
    Set<String> onlyIf,
    boolean baseline,
    List<Integer> checkpoints,
    List<Phase> phases,
    @Nullable Integer afterDoseChange,
    Severity severity,
    Evidence evidence) {

  /** An interval in days that holds until a day after the start, or for good. */
  public record Phase(int everyDays, int untilDay) {}

  /** The interval on a day after the start; empty when no routine interval holds. */
  public OptionalInt intervalOn(long dayOfTreatment) {
    return phases.stream()
        .filter(phase -> dayOfTreatment < phase.untilDay())
        .mapToInt(Phase::everyDays)
        .findFirst();
  }
}
