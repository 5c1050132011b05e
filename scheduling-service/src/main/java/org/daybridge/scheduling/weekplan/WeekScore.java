package org.daybridge.scheduling.weekplan;

/**
 * How good a week is: rules broken, then care not given, then wishes not met. Smaller is better,
 * each level before the next.
 */
public record WeekScore(long hard, long medium, long soft) implements Comparable<WeekScore> {
  @Override
  public int compareTo(WeekScore other) {
    if (hard != other.hard) {
      return Long.compare(hard, other.hard);
    }
    return medium != other.medium
        ? Long.compare(medium, other.medium)
        : Long.compare(soft, other.soft);
  }

  /** Whether the week could be published as it stands. */
  public boolean usable() {
    return hard == 0;
  }
}
