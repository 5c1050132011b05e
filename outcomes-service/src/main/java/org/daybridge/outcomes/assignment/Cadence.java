package org.daybridge.outcomes.assignment;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.daybridge.contract.intake.Population;
import org.daybridge.outcomes.instrument.Instrument;

/**
 * When instruments are due, by population and track. Rule {@code cadence-respects-look-back}:
 * nothing is asked again within its look-back, which would ask about the same days twice; a weekly
 * program may ask a two-week questionnaire each week, as the program convention goes.
 */
public record Cadence(List<Entry> entries) {

  /**
   * @param everyDays days between two of them, 0 for once at admission
   * @param tracks codes of the tracks that ask it, in upper case; none means every track
   */
  public record Entry(
      Instrument instrument,
      int everyDays,
      boolean baseline,
      Set<Population> populations,
      Set<String> tracks) {

    private boolean isAskedIn(Population population, String track) {
      return populations.contains(population)
          && (tracks.isEmpty() || tracks.contains(track.toUpperCase(Locale.ROOT)));
    }
  }

  public Cadence {
    entries = List.copyOf(entries);
    for (Entry entry : entries) {
      int shortest = shortestInterval(entry.instrument());
      if (entry.everyDays() > 0 && entry.everyDays() < shortest) {
        throw new IllegalArgumentException(
            "cadence-respects-look-back: %s every %d days looks back %d days"
                .formatted(
                    entry.instrument().id(), entry.everyDays(), entry.instrument().lookBackDays()));
      }
    }
  }

  /** The fewest days between two of an instrument. */
  public static int shortestInterval(Instrument instrument) {
    int lookBack = instrument.lookBackDays();
    if (lookBack <= 14) return Math.min(lookBack, 7);
    return lookBack <= 31 ? 28 : lookBack;
  }

  public List<Entry> baselineOf(Population population, String track) {
    return of(population, track).stream().filter(Entry::baseline).toList();
  }

  public List<Entry> repeatedIn(Population population, String track) {
    return of(population, track).stream().filter(entry -> entry.everyDays() > 0).toList();
  }

  private List<Entry> of(Population population, String track) {
    return entries.stream().filter(entry -> entry.isAskedIn(population, track)).toList();
  }
}
