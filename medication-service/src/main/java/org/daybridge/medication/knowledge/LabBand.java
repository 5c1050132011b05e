package org.daybridge.medication.knowledge;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A range of a result that asks for action while a drug is taken. */
public record LabBand(
    String id,
    Selector drugs,
    LabTest test,
    String unit,
    @Nullable Double from,
    @Nullable Double below,
    Severity severity,
    @Nullable String unless,
    String because,
    String advice,
    Evidence evidence) {

  public boolean holds(double value) {
    return (from == null || value >= from) && (below == null || value < below);
  }

  /** A band may hold for everybody, for all but one condition, or ("!") only with it. */
  public boolean concerns(Set<String> conditions) {
    if (unless == null) {
      return true;
    }
    return unless.startsWith("!")
        ? conditions.contains(unless.substring(1))
        : !conditions.contains(unless);
  }
}
