package org.daybridge.scheduling.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.contract.scheduling.SessionId;
import org.jspecify.annotations.Nullable;

/** All series, and the sessions that each has on the calendar. */
public interface SeriesBook {
  Series require(SeriesId id);

  /** The series of a track's template that have not ended. */
  List<Series> running(String track);

  void add(Series series);

  void save(Series series);

  /** The nominal times that already have a session, cancelled ones included. */
  Set<LocalDateTime> occurrences(SeriesId id);

  /** Planned sessions of the series that begin at this moment or later. */
  List<SessionId> planned(SeriesId id, Instant from);

  void gap(SeriesId id, LocalDateTime occurrence, String rule, Instant now);

  List<Gap> gaps(SeriesId id);

  /** The template of a track as it was entered. */
  Optional<StoredTemplate> template(String track);

  /** Enters a template; returns its new version. */
  long keep(String track, Template template);

  List<StoredTemplate> templates(int rows, @Nullable String after);

  /** An occasion that is not on the calendar, and the rule that stood in the way. */
  record Gap(LocalDateTime occurrence, String rule) {}

  /** A template with its version. */
  record StoredTemplate(String track, Template template, long version) {}
}
