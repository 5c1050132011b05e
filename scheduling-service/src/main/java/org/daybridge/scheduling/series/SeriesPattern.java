package org.daybridge.scheduling.series;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.recurrence.Occurrence;
import org.daybridge.scheduling.recurrence.Recurrence;
import org.daybridge.scheduling.session.SessionPlan.Modality;
import org.daybridge.scheduling.session.Wish;
import org.jspecify.annotations.Nullable;

/**
 * What repeats, in the codes of the register: a session of this type, here, with these people, for
 * this long, as often as the recurrence says, on the wall clock of the zone.
 */
public record SeriesPattern(
    String type,
    String site,
    @Nullable String room,
    Modality modality,
    int minutes,
    @Nullable Integer capacity,
    List<String> facilitators,
    LocalDateTime start,
    String zone,
    @Nullable String rule,
    List<LocalDateTime> added,
    List<LocalDateTime> removed) {

  public SeriesPattern {
    facilitators = List.copyOf(facilitators);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  public Decision<Recurrence, Void> recurrence() {
    return Recurrence.of(start, ZoneId.of(zone), Optional.ofNullable(rule), added, removed);
  }

  /** One occasion of the series, as a wish for a session. */
  public Wish wish(SeriesId series, Optional<String> track, Occurrence occurrence) {
    return new Wish(
        Optional.of(series),
        Optional.of(occurrence.local()),
        track,
        type,
        site,
        Optional.ofNullable(room),
        modality,
        occurrence.instant(),
        minutes,
        Optional.ofNullable(capacity),
        facilitators);
  }

  /** The same thing but for the day on which it began. */
  public boolean sameAs(SeriesPattern other) {
    return withStart(other.start()).equals(other)
        && start.getDayOfWeek() == other.start().getDayOfWeek()
        && start.toLocalTime().equals(other.start().toLocalTime());
  }

  private SeriesPattern withStart(LocalDateTime newStart) {
    return new SeriesPattern(
        type,
        site,
        room,
        modality,
        minutes,
        capacity,
        facilitators,
        newStart,
        zone,
        rule,
        added,
        removed);
  }
}
