package org.daybridge.scheduling.ledger;

import java.time.LocalDate;
import org.daybridge.contract.intake.LevelOfCare;

/**
 * The clinical minutes a week that belong to a level of care: at least {@code least}, and under
 * {@code under}. For intensive outpatient care that is 9 to under 20 hours for an adult and 6 to
 * under 20 for a minor (42 CFR 410.44; ASAM level 2.1).
 */
public record HourBand(int least, int under) {
  private static final int HOURS_OF_A_WEEK = 168;

  public HourBand {
    if (least < 0 || under <= least) {
      throw new IllegalArgumentException(
          "The band ("
              + least
              + " to under "
              + under
              + " minutes) is empty. Maybe hours were given.");
    }
  }

  public static HourBand ofHours(int least, int under) {
    return new HourBand(least * 60, under * 60);
  }

  /** The band of this level of care for a person of this age on the first day of the week. */
  public static HourBand of(
      LevelOfCare level, LocalDate birthDate, LocalDate weekStart, BandLimits limits) {
    boolean minor = birthDate.plusYears(limits.adultFrom()).isAfter(weekStart);
    return switch (level) {
      case OUTPATIENT -> ofHours(0, limits.intensiveAdult());
      case INTENSIVE_OUTPATIENT ->
          ofHours(minor ? limits.intensiveMinor() : limits.intensiveAdult(), limits.partial());
      case PARTIAL_HOSPITALIZATION, RESIDENTIAL, INPATIENT ->
          ofHours(limits.partial(), HOURS_OF_A_WEEK);
    };
  }

  /** Where the bands lie, in hours a week, and from which birthday on a person is an adult. */
  public record BandLimits(int intensiveAdult, int intensiveMinor, int partial, int adultFrom) {}
}
