package org.daybridge.scheduling.recurrence;

import static org.daybridge.kit.decision.Decision.refused;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.daybridge.kit.decision.Decision;

/**
 * A recurrence set: a start on the wall clock of a zone, the rule by which it repeats, dates added
 * (RDATE) and dates taken out (EXDATE). COUNT counts what the rule generates, before anything is
 * taken out; a date taken out stays out even when it is also added; UNTIL is the last instant that
 * may still occur.
 */
public record Recurrence(
    LocalDateTime start,
    ZoneId zone,
    Optional<RecurrenceRule> rule,
    NavigableSet<LocalDateTime> added,
    Set<LocalDateTime> removed) {

  /** More occurrences than this are never computed in one go. */
  public static final int MOST_OCCURRENCES = 1000;

  public Recurrence {
    added = new TreeSet<>(added);
    removed = Set.copyOf(removed);
  }

  /** Reads the rule and makes sure that the start is its first occurrence. */
  public static Decision<Recurrence, Void> of(
      LocalDateTime start,
      ZoneId zone,
      Optional<String> rule,
      Collection<LocalDateTime> added,
      Collection<LocalDateTime> removed) {
    var addedSet = new TreeSet<>(added);
    var removedSet = Set.copyOf(new HashSet<>(removed));
    if (!addedSet.isEmpty() && addedSet.first().isBefore(start)) {
      return refused(
          "recurrence-start-is-first", addedSet.first() + " is added before the start " + start);
    }
    if (rule.isEmpty()) {
      return new Decision.Applied<>(
          new Recurrence(start, zone, Optional.empty(), addedSet, removedSet), List.of());
    }
    return switch (RecurrenceRule.parse(rule.get())) {
      case Decision.Refused<RecurrenceRule, Void>(var slug, var because, var _) ->
          refused(slug, because);
      case Decision.Applied<RecurrenceRule, Void>(var parsed, var _) ->
          startsOn(parsed, start, zone)
              ? new Decision.Applied<>(
                  new Recurrence(start, zone, Optional.of(parsed), addedSet, removedSet), List.of())
              : refused(
                  "recurrence-start-fits-rule",
                  "the rule does not yield its own start " + start + ", or ends before it");
    };
  }

  private static boolean startsOn(RecurrenceRule rule, LocalDateTime start, ZoneId zone) {
    var expansion = new RuleExpansion(rule, start);
    return expansion.hasNext()
        && expansion.next().equals(start)
        && rule.until().map(until -> !WallClock.resolve(start, zone).isAfter(until)).orElse(true);
  }

  /** The first occurrences, at most {@code limit}, in the order in which they take place. */
  public List<Occurrence> first(int limit) {
    return collect(limit, Instant.MAX);
  }

  /** The occurrences before {@code end}, the cap of {@link #MOST_OCCURRENCES} kept. */
  public List<Occurrence> before(Instant end) {
    return collect(MOST_OCCURRENCES, end);
  }

  private List<Occurrence> collect(int limit, Instant end) {
    var found = new TreeSet<>(Comparator.comparing(Occurrence::instant));
    var moments = new Merged();
    while (found.size() < Math.min(limit, MOST_OCCURRENCES) && moments.hasNext()) {
      LocalDateTime local = moments.next();
      var occurrence = new Occurrence(local, WallClock.resolve(local, zone));
      if (!occurrence.instant().isBefore(end)) {
        break;
      }
      if (!removed.contains(local)) {
        found.add(occurrence);
      }
    }
    return List.copyOf(found);
  }

  /** The start, the rule's times and the added ones, in local order, each once. */
  private final class Merged implements Iterator<LocalDateTime> {
    private final NavigableSet<LocalDateTime> pending = new TreeSet<>(added);
    private final Optional<Iterator<LocalDateTime>> generated =
        rule.map(some -> new RuleExpansion(some, start));
    private LocalDateTime latest = LocalDateTime.MIN;
    private int count;

    Merged() {
      if (rule.isEmpty()) {
        pending.add(start);
      }
      advance();
    }

    /** Puts the rule's next time, if it has one, among the pending ones. */
    private void advance() {
      rule.ifPresent(
          some -> {
            var times = generated.orElseThrow();
            if (count < some.count().orElse(Integer.MAX_VALUE) && times.hasNext()) {
              LocalDateTime next = times.next();
              boolean over =
                  some.until()
                      .map(until -> WallClock.resolve(next, zone).isAfter(until))
                      .orElse(false);
              count = over ? Integer.MAX_VALUE : count + 1;
              if (!over) {
                latest = next;
                pending.add(next);
              }
            }
          });
    }

    @Override
    public boolean hasNext() {
      return !pending.isEmpty();
    }

    @Override
    public LocalDateTime next() {
      LocalDateTime first = pending.removeFirst();
      if (first.equals(latest)) {
        advance();
      }
      return first;
    }
  }
}
