package org.daybridge.intake.authorization.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.intake.authorization.AuthorizationHandler;
import org.daybridge.intake.authorization.Authorizations.Presence;
import org.daybridge.intake.episode.Episode;
import org.daybridge.intake.episode.Episodes;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.jspecify.annotations.Nullable;

/**
 * Counts the days on which somebody was there. A session that is told again after a correction
 * takes the place of what was told before.
 */
@ApplicationScoped
class AttendanceFollower implements Follower {
  private final AuthorizationHandler handler;
  private final Episodes episodes;

  AttendanceFollower(AuthorizationHandler handler, Episodes episodes) {
    this.handler = handler;
    this.episodes = episodes;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(SessionAttended.class, SessionMissed.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case SessionAttended attended ->
          episode(attended.patientId(), attended.episodeId())
              .ifPresent(
                  episode ->
                      handler.attended(
                          episode,
                          attended.attendanceId().value(),
                          attended.sessionId().value(),
                          attended.startedAt(),
                          new Presence(attended.minutes(), attended.clinical())));
      case SessionMissed missed ->
          episode(missed.patientId(), missed.episodeId())
              .ifPresent(
                  episode ->
                      handler.attended(
                          episode,
                          missed.attendanceId().value(),
                          missed.sessionId().value(),
                          missed.startedAt(),
                          new Presence(0, false)));
      default -> throw new IllegalArgumentException("Not followed: " + envelope.type());
    }
  }

  /** Somebody who was there without an episode, as family are, uses no authorization. */
  private Optional<Episode> episode(PatientId patient, @Nullable EpisodeId known) {
    return episodes.of(patient).stream()
        .filter(one -> known == null || one.id().equals(known))
        .max(Comparator.comparing(Episode::admittedAt));
  }
}
