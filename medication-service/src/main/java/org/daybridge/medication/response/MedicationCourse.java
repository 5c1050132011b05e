package org.daybridge.medication.response;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one order gave from day to day: each change of the amount a day, and the end. */
public record MedicationCourse(
    UUID orderId,
    String rxcui,
    String drug,
    String status,
    List<Dose> doses,
    @Nullable LocalDate endedOn) {

  /** From this day on so much a day. */
  public record Dose(LocalDate from, BigDecimal mgPerDay) {}

  /**
   * The course from the doses in the order in which they were written: a later one replaces those
   * that would have begun on its day or after it, and a renewal changes nothing.
   */
  public static MedicationCourse of(
      UUID orderId,
      String rxcui,
      String drug,
      String status,
      List<Dose> written,
      @Nullable LocalDate endedOn) {
    var doses = new ArrayList<Dose>();
    for (var dose : written) {
      boolean renewed =
          !doses.isEmpty()
              && !doses.getLast().from().isAfter(dose.from())
              && doses.getLast().mgPerDay().compareTo(dose.mgPerDay()) == 0;
      if (!renewed) {
        doses.removeIf(earlier -> !earlier.from().isBefore(dose.from()));
        if (doses.isEmpty() || doses.getLast().mgPerDay().compareTo(dose.mgPerDay()) != 0) {
          doses.add(dose);
        }
      }
    }
    return new MedicationCourse(orderId, rxcui, drug, status, List.copyOf(doses), endedOn);
  }

  public LocalDate startedOn() {
    return doses.getFirst().from();
  }

  /** Whether it was given between start and end; the day of the end still counts. */
  boolean covers(LocalDate day) {
    return !day.isBefore(startedOn()) && (endedOn == null || !day.isAfter(endedOn));
  }

  @Override
  public String toString() {
    return "MedicationCourse[" + orderId + "]";
  }
}
