package org.daybridge.medication.safety;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One medication as it was stated: taken now, taken before, or proposed. */
public record MedicationEntry(
    @Nullable String name,
    @Nullable String rxcui,
    @Nullable Double doseMgPerDay,
    @Nullable String route,
    @Nullable String form,
    @Nullable LocalDate start,
    @Nullable LocalDate end,
    boolean proposed,
    @Nullable Integer refills,
    @Nullable String indication,
    @Nullable String dispensedBy,
    @Nullable LocalDate lastTaken,
    @Nullable LocalDate doseChanged,
    boolean crossTaper) {

  public static MedicationEntry named(String name) {
    return new MedicationEntry(
        name, null, null, null, null, null, null, false, null, null, null, null, null, false);
  }

  public boolean endedBefore(LocalDate day) {
    return end != null && end.isBefore(day);
  }

  /** The first day is day 1; a proposed drug without a start begins on the day of the check. */
  public long treatmentDay(LocalDate today) {
    if (start == null) {
      return 1;
    }
    return start.isAfter(today) ? 1 : ChronoUnit.DAYS.between(start, today) + 1;
  }

  @Override
  public String toString() {
    return "MedicationEntry[proposed=" + proposed + "]";
  }
}
