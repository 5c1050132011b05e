package org.daybridge.intake.authorization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.intake.episode.Episode;
import org.jspecify.annotations.Nullable;

/** Authorizations that the caller can see, and the days that use them. */
public interface Authorizations {
  void add(Authorization authorization);

  Optional<Authorization> find(AuthorizationId id);

  /** At most two hundred, which is more than an episode has. */
  List<Authorization> of(EpisodeId episode);

  /** Days on which the person took part in a session that counts. */
  SortedSet<LocalDate> attendedDays(EpisodeId episode);

  /** The episode for which an attendance was counted so far. */
  Optional<EpisodeId> episodeOf(UUID attendance);

  /** Keeps what attendance says of one session, the last word instead of those before. */
  void attended(Episode episode, UUID attendance, UUID session, LocalDate day, Presence presence);

  /** Lets nobody else count this episode until the transaction ends. */
  void hold(EpisodeId episode);

  void saveUsed(Authorization authorization);

  /** Marks that somebody is told of its running out; false when it was told before. */
  boolean tell(Authorization authorization, Instant now);

  /** Marks that its window has ended; false when it was marked before. */
  boolean expire(Authorization authorization, Instant now);

  /** Those of whom somebody was told and whose window is open, the first to end first. */
  List<Authorization> ending(@Nullable ProgramId program, int rows, @Nullable String after);

  /** How long somebody was there, and whether that makes a day of care. */
  record Presence(int minutes, boolean counts) {}
}
