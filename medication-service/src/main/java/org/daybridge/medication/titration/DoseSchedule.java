package org.daybridge.medication.titration;

import java.time.LocalDate;
import java.util.List;

/** Doses day by day in steps without holes: each step begins on the day after the one before. */
public record DoseSchedule(String drug, Kind kind, List<Step> steps, String source, String status) {

  /** Up to a target, or down to nothing. */
  public enum Kind {
    TITRATION,
    TAPER
  }

  /** One dose a day from a day to a day, both included; the last step of a titration goes on. */
  public record Step(int sequence, LocalDate from, LocalDate to, double mgPerDay) {}
}
