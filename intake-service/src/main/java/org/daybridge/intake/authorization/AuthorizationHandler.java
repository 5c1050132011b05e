package org.daybridge.intake.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.intake.authorization.Authorization.Terms;
import org.daybridge.intake.authorization.Authorizations.Presence;
import org.daybridge.intake.episode.Episode;
import org.daybridge.intake.episode.Episodes;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.kit.timer.Timers;
import org.jspecify.annotations.Nullable;

/** Enters authorizations, counts what attended days use of them, and says in time when they end. */
@ApplicationScoped
@Transactional
public class AuthorizationHandler {
  /** Fires some days before the window ends. */
  public static final String ENDING_TIMER = "authorization-ending";

  /** Fires when the window has ended. */
  public static final String EXPIRY_TIMER = "authorization-expiry";

  private final Authorizations authorizations;
  private final Episodes episodes;
  private final RulePacks rules;
  private final Timers timers;
  private final Outbox outbox;
  private final Clock clock;

  AuthorizationHandler(
      Authorizations authorizations,
      Episodes episodes,
      RulePacks rules,
      Timers timers,
      Outbox outbox,
      Clock clock) {
    this.authorizations = authorizations;
    this.episodes = episodes;
    this.rules = rules;
    this.timers = timers;
    this.outbox = outbox;
    this.clock = clock;
  }

  public UnitLedger enter(EpisodeId id, Terms terms) {
    Episode episode = episodes.require(id);
    Decision.Applied<Authorization, IntakeEvent> entered =
        Authorization.entered(
                new AuthorizationId(Ids.next()), episode.patient(), id, episode.labels(), terms)
            .orRefuse();
    Authorization authorization = entered.next();
    authorizations.add(authorization);
    entered.events().forEach(event -> outbox.append(event, episode.labels()));
    ZoneId zone = episode.place().zone();
    UUID timer = authorization.id().value();
    timers.schedule(
        ENDING_TIMER,
        timer,
        startOf(terms.to().minusDays(pack(terms.to()).number("authorization-notice-days")), zone),
        null);
    timers.schedule(EXPIRY_TIMER, timer, startOf(terms.to().plusDays(1), zone), null);
    return count(episode);
  }

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private RulePack pack(LocalDate day) {
    return rules.on(day);
  }

  /** What is used, what is left, and the days without authorization. */
  public UnitLedger ledger(EpisodeId id) {
    episodes.require(id);
    return UnitLedger.of(authorizations.of(id), authorizations.attendedDays(id));
  }

  public List<Authorization> ending(@Nullable ProgramId program, int rows, @Nullable String after) {
    return authorizations.ending(program, rows, after);
  }

  /** Somebody took part in a session, or did not after all. */
  public void attended(
      Episode episode, UUID attendance, UUID session, Instant startedAt, Presence presence) {
    LocalDate day = LocalDate.ofInstant(startedAt, episode.place().zone());
    authorizations.hold(episode.id());
    Optional<EpisodeId> before = authorizations.episodeOf(attendance);
    authorizations.attended(episode, attendance, session, day, presence);
    var _ = count(episode);
    before.filter(one -> !one.equals(episode.id())).map(episodes::require).ifPresent(this::count);
  }

  private UnitLedger count(Episode episode) {
    authorizations.hold(episode.id());
    LocalDate today = LocalDate.now(clock.withZone(episode.place().zone()));
    UnitLedger ledger =
        UnitLedger.of(authorizations.of(episode.id()), authorizations.attendedDays(episode.id()));
    int few = pack(today).number("authorization-notice-units");
    ledger
        .authorizations()
        .forEach(
            one -> {
              authorizations.saveUsed(one);
              if (one.left() <= few && !one.isOver(today)) {
                tell(one);
              }
            });
    return ledger;
  }

  private void tell(Authorization authorization) {
    if (authorizations.tell(authorization, clock.instant())) {
      outbox.append(authorization.exhausting(), authorization.labels());
    }
  }

  /** The window ends soon. */
  void ending(AuthorizationId id) {
    held(id).filter(one -> !one.isOver(today(one))).ifPresent(this::tell);
  }

  /** The window has ended. */
  void expired(AuthorizationId id) {
    held(id)
        .filter(one -> authorizations.expire(one, clock.instant()))
        .ifPresent(one -> outbox.append(one.expired(), one.labels()));
  }

  private LocalDate today(Authorization one) {
    return LocalDate.now(clock.withZone(episodes.require(one.episode()).place().zone()));
  }

  /** What is used is read again once nobody else counts. */
  private Optional<Authorization> held(AuthorizationId id) {
    authorizations.find(id).ifPresent(one -> authorizations.hold(one.episode()));
    return authorizations.find(id);
  }
}
