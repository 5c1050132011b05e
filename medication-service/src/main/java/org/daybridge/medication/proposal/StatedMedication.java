package org.daybridge.medication.proposal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One medication as another system states it: every RxNorm code that it bears, its words, the codes
 * of its ingredients if they are told apart, and whether it says that it is taken.
 */
public record StatedMedication(
    String sourceType,
    @Nullable String sourceId,
    Standing standing,
    boolean referenceResolved,
    @Nullable String name,
    List<String> rxcuis,
    List<String> ingredientCodes,
    @Nullable String doseText,
    @Nullable Double doseMgPerDay,
    @Nullable String route,
    @Nullable String indication,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn) {

  /** What the other system says about it. */
  public enum Standing {
    TAKEN,
    NO_LONGER_TAKEN,
    ENTERED_IN_ERROR,
    /** A draft, a plan, or a status that says nothing of whether it is taken. */
    UNCLEAR
  }

  @Override
  public String toString() {
    return "StatedMedication[" + sourceType + "]";
  }
}
