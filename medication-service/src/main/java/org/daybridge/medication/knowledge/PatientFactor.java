package org.daybridge.medication.knowledge;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A drug meets an age, a pregnancy, a condition or a measured value. */
public record PatientFactor(
    String id,
    AlertType type,
    Selector drugs,
    Severity severity,
    @Nullable Integer ageBelow,
    @Nullable Integer ageFrom,
    @Nullable PregnancyStage pregnancy,
    Set<String> requires,
    Set<String> anyOf,
    @Nullable Threshold threshold,
    boolean startingOnly,
    String because,
    String advice,
    Evidence evidence) {

  /** What a pregnancy rule asks about. */
  public enum PregnancyStage {
    POSSIBLE,
    PREGNANT,
    FIRST_TRIMESTER
  }

  /** A measured value on the wrong side of a limit. */
  public record Threshold(String measure, Comparison comparison, double limit) {

    public boolean crossedBy(double value) {
      return switch (comparison) {
        case BELOW -> value < limit;
        case AT_MOST -> value <= limit;
        case ABOVE -> value > limit;
      };
    }
  }

  /** Direction of a threshold. */
  public enum Comparison {
    BELOW,
    AT_MOST,
    ABOVE
  }
}
