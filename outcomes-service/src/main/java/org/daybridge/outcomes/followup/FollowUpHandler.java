package org.daybridge.outcomes.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.outcomes.episode.AdmissionHandler;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Episodes;
import org.daybridge.outcomes.followup.FollowUp.Attempt;
import org.daybridge.outcomes.followup.FollowUp.Channel;
import org.daybridge.outcomes.followup.FollowUp.State;
import org.jspecify.annotations.Nullable;

/** Opens follow-ups at discharge, keeps attempts, ends them. */
@ApplicationScoped
public class FollowUpHandler {
  private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365);

  private final FollowUps followUps;
  private final Episodes episodes;
  private final RulePacks rulePacks;
  private final Clock clock;

  FollowUpHandler(FollowUps followUps, Episodes episodes, RulePacks rulePacks, Clock clock) {
    this.followUps = followUps;
    this.episodes = episodes;
    this.rulePacks = rulePacks;
    this.clock = clock;
  }

  void open(@Observes AdmissionHandler.Ended ended) {
    Episode episode = ended.episode();
    Instant at = episode.dischargedAt();
    if (at == null) return;
    LocalDate left = episode.dayOf(at);
    for (int day : DAYS) {
      followUps.add(
          new FollowUp(
              Ids.next(),
              episode.patient(),
              episode.id(),
              episode.labels(),
              day,
              left.plusDays(day),
              State.DUE,
              List.of(),
              null,
              0));
    }
  }

  void end(@Observes AdmissionHandler.Opened opened) {
    followUps.endByReadmission(opened.episode().patient(), clock.instant());
  }

  @Transactional
  public FollowUp attempt(
      UUID id, Channel channel, boolean reached, @Nullable Instant at, LongConsumer sees) {
    FollowUp known = seen(id, sees);
    Attempt attempt =
        new Attempt(
            at == null ? clock.instant() : at, channel, reached, Callers.current().principalId());
    Instant left = episodeOf(known).dischargedAt();
    return followUps.save(
        known.attempt(attempt, left == null ? Instant.MAX : left).orRefuse().next());
  }

  @Transactional
  public FollowUp giveUp(UUID id, LongConsumer sees) {
    FollowUp known = seen(id, sees);
    Episode episode = episodeOf(known);
    Instant now = clock.instant();
    int needed = rulePacks.on(episode.dayOf(now)).number("follow-up-attempts");
    return followUps.save(known.giveUp(needed, episode.zone(), now).orRefuse().next());
  }

  private FollowUp seen(UUID id, LongConsumer sees) {
    FollowUp known = followUps.require(id);
    sees.accept(known.version());
    return known;
  }

  private Episode episodeOf(FollowUp followUp) {
    return episodes
        .find(followUp.episode())
        .orElseThrow(() -> new NotVisible("FollowUp", followUp.id()));
  }
}
