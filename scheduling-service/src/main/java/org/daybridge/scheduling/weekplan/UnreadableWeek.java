package org.daybridge.scheduling.weekplan;

import java.util.List;

/** A file that breaks the format; each fault names its place and what belongs there. */
public final class UnreadableWeek extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<String> faults;

  public UnreadableWeek(List<String> faults) {
    super(faults.size() + " faults");
    this.faults = List.copyOf(faults);
  }

  /** For instance {@code /activities/3/durationMinutes: a number from 1 to 1440}. */
  public List<String> faults() {
    return faults;
  }
}
