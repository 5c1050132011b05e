package org.daybridge.outcomes.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.GrantId;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.contract.outcomes.OutcomesEvent;
import org.daybridge.contract.outcomes.OutcomesEvent.EscalationAccessGranted;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.identity.RowAccess;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.kit.timer.Timers;
import org.daybridge.outcomes.assignment.AssignmentHandler;
import org.daybridge.outcomes.checkin.CheckIn;
import org.daybridge.outcomes.checkin.CheckedIn;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Episodes;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.measure.Measure;
import org.daybridge.outcomes.measure.Recorded;
import org.daybridge.outcomes.risk.RiskCase.State;
import org.daybridge.outcomes.risk.RiskTrail.Kind;
import org.daybridge.outcomes.risk.RiskTrail.Step;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Judges risk in the transaction of the answer itself, so that no answer is kept whose alarm is
 * not. The case belongs to the clinic: it is opened as the service, whoever answered.
 */
@ApplicationScoped
public class RiskHandler {
  static final String CLOCK_TIMER = "risk-clock";
  private static final String SCREENER = "C-SSRS";

  private final RiskCases cases;
  private final RiskTrail trail;
  private final DutyRosters rosters;
  private final Episodes episodes;
  private final AssignmentHandler assignments;
  private final Instruments instruments;
  private final Timers timers;
  private final Outbox outbox;
  private final RulePacks rulePacks;
  private final RowAccess access;
  private final Jdbi jdbi;
  private final Event<Rung> rung;
  private final Clock clock;

  RiskHandler(
      RiskCases cases,
      RiskTrail trail,
      DutyRosters rosters,
      Episodes episodes,
      AssignmentHandler assignments,
      Instruments instruments,
      Timers timers,
      Outbox outbox,
      RulePacks rulePacks,
      RowAccess access,
      Jdbi jdbi,
      Event<Rung> rung,
      Clock clock) {
    this.cases = cases;
    this.trail = trail;
    this.rosters = rosters;
    this.episodes = episodes;
    this.assignments = assignments;
    this.instruments = instruments;
    this.timers = timers;
    this.outbox = outbox;
    this.rulePacks = rulePacks;
    this.access = access;
    this.jdbi = jdbi;
    this.rung = rung;
    this.clock = clock;
  }

  void judge(@Observes Recorded recorded) {
    Measure measure = recorded.measure();
    if (measure.score().alerts().isEmpty()) return;
    List<RiskAnswer> answers =
        measure.score().alerts().stream()
            .map(
                alert ->
                    new RiskAnswer(
                        measure.id(),
                        measure.instrument(),
                        alert.item(),
                        alert.code(),
                        alert.level(),
                        measure.answeredAt(),
                        false))
            .toList();
    boolean screened = measure.instrument().equals(SCREENER);
    asTheClinic(
        new Told(
            measure.patient(), measure.episode(), measure.labels(), recorded.episode(), answers),
        screened);
  }

  void judge(@Observes CheckedIn checkedIn) {
    CheckIn checkIn = checkedIn.checkIn();
    if (checkIn.alerts().isEmpty()) return;
    List<RiskAnswer> answers =
        checkIn.alerts().stream()
            .map(
                alert ->
                    new RiskAnswer(
                        new MeasureId(checkIn.id()),
                        RiskAnswer.CHECK_IN,
                        alert.item(),
                        alert.code(),
                        alert.level(),
                        checkIn.answeredAt(),
                        false))
            .toList();
    asTheClinic(
        new Told(
            checkIn.patient(),
            checkIn.episode(),
            checkIn.labels(),
            Optional.of(checkedIn.episode()),
            answers),
        false);
  }

  /** What told of risk: the answers of one measure or check-in. */
  private record Told(
      PatientId patient,
      @Nullable EpisodeId episodeId,
      int labels,
      Optional<Episode> episode,
      List<RiskAnswer> answers) {}

  private void asTheClinic(Told told, boolean screened) {
    access.elevated(
        jdbi,
        "outcomes",
        () -> {
          take(told, screened);
          return true;
        });
  }

  private void take(Told told, boolean screened) {
    Instant now = clock.instant();
    List<RiskAnswer> answers = told.answers();
    Optional<Episode> episode = told.episode();
    Optional<RiskCase> open = cases.openOf(told.patient());
    Applied<RiskCase, OutcomesEvent> taken =
        open.map(
                known ->
                    known
                        .decide(new RiskCommand.Thread(answers, now), clocks(now), chain(known))
                        .orRefuse())
            .orElseGet(
                () ->
                    RiskCase.open(
                        new RiskCaseId(Ids.next()),
                        told.patient(),
                        told.episodeId(),
                        told.labels(),
                        answers,
                        now,
                        clocks(now),
                        chain(now, episode)));
    boolean rings = !taken.events().isEmpty();
    apply(taken, new Step(rings ? Kind.ALARMED : Kind.THREADED, now, null, addressees(taken)));
    if (!screened) {
      episode
          .filter(Episode::isActive)
          .ifPresent(
              active ->
                  instruments
                      .current(SCREENER)
                      .ifPresent(screener -> assignments.requestAfterRisk(active, screener)));
    }
  }

  /** Somebody looks at it. The alarm stops; the case stays open. */
  @Transactional
  public RiskCase acknowledge(RiskCaseId id, LongConsumer sees) {
    Instant now = clock.instant();
    UUID by = Callers.current().principalId();
    RiskCase known = seen(id, sees);
    Applied<RiskCase, OutcomesEvent> taken =
        known.decide(new RiskCommand.Acknowledge(by, now), clocks(now), chain(known)).orRefuse();
    return apply(taken, new Step(Kind.ACKNOWLEDGED, now, by, List.of()));
  }

  /** The only way to end a case: what was done. */
  @Transactional
  public RiskCase close(
      RiskCaseId id, RiskCase.Disposition disposition, @Nullable String note, LongConsumer sees) {
    Instant now = clock.instant();
    UUID by = Callers.current().principalId();
    RiskCase known = seen(id, sees);
    Applied<RiskCase, OutcomesEvent> taken =
        known
            .decide(new RiskCommand.Close(disposition, note, by, now), clocks(now), chain(known))
            .orRefuse();
    return apply(taken, new Step(Kind.CLOSED, now, by, List.of()));
  }

  /** A clock ran out: nobody acknowledged, or nobody wrote down what was done. */
  @Transactional
  public void escalate(RiskCaseId id) {
    Instant now = clock.instant();
    escalate(id, now, new RiskCommand.Escalate(now));
  }

  /** No target outside heard the alarm: the next in the chain is alarmed at once. */
  @Transactional
  public void unheard(RiskCaseId id) {
    Instant now = clock.instant();
    escalate(id, now, new RiskCommand.Unheard(now));
  }

  private void escalate(RiskCaseId id, Instant now, RiskCommand command) {
    RiskCase known = cases.require(id);
    if (known.state() instanceof State.Closed) return;
    Applied<RiskCase, OutcomesEvent> taken =
        known.decide(command, clocks(now), chain(known)).orRefuse();
    if (taken.events().isEmpty()) return;
    apply(taken, new Step(Kind.ESCALATED, now, null, addressees(taken)));
  }

  private RiskCase seen(RiskCaseId id, LongConsumer sees) {
    RiskCase known = cases.require(id);
    sees.accept(known.version());
    return known;
  }

  private RiskCase apply(Applied<RiskCase, OutcomesEvent> taken, Step step) {
    RiskCase next = cases.save(taken.next());
    trail.add(next, step);
    switch (next.state()) {
      case State.Alarmed alarmed -> {
        timers.schedule(CLOCK_TIMER, next.id().value(), alarmed.acknowledgeBy(), null);
        if (!taken.events().isEmpty()) {
          letSee(next, alarmed.addressees());
          rung.fire(new Rung(next.id(), clock.instant()));
        }
      }
      case State.Acknowledged acknowledged ->
          timers.schedule(CLOCK_TIMER, next.id().value(), acknowledged.disposeBy(), null);
      case State.Closed _ -> timers.cancel(CLOCK_TIMER, next.id().value());
    }
    taken.events().forEach(event -> outbox.append(event, next.labels()));
    return next;
  }

  /**
   * An alarm that its addressee can't open would be none: it brings its own sight of the patient.
   */
  private void letSee(RiskCase riskCase, List<UUID> addressees) {
    Instant now = clock.instant();
    Duration hours = Duration.ofHours(rules(now).number("escalation-access-hours"));
    for (RiskTrail.Granted granted : trail.grant(riskCase, addressees, now, now.plus(hours))) {
      outbox.append(
          new EscalationAccessGranted(
              new GrantId(granted.grantId()),
              granted.principal(),
              riskCase.patient(),
              GrantKind.ESCALATION,
              "TREAT",
              Labels.ALL_BUT_SEALED,
              true,
              now,
              now.plus(hours)),
          riskCase.labels());
    }
  }

  private static List<UUID> addressees(Applied<RiskCase, OutcomesEvent> taken) {
    return taken.next().state() instanceof State.Alarmed alarmed ? alarmed.addressees() : List.of();
  }

  private DutyChain chain(RiskCase known) {
    return chain(clock.instant(), Optional.ofNullable(known.episode()).flatMap(episodes::find));
  }

  private DutyChain chain(Instant now, Optional<Episode> episode) {
    RulePack rules = rules(now);
    ZoneId zone = episode.map(Episode::zone).orElse(ZoneOffset.UTC);
    UUID own = episode.map(Episode::primaryClinician).orElse(null);
    return rosters
        .at(
            now,
            java.time.LocalTime.of(rules.number("program-opens-hour"), 0),
            java.time.LocalTime.of(rules.number("program-closes-hour"), 0))
        .chain(now, zone, own);
  }

  private RiskClocks clocks(Instant now) {
    RulePack rules = rules(now);
    return new RiskClocks(
        Duration.ofMinutes(rules.number("acknowledge-high-minutes")),
        Duration.ofMinutes(rules.number("acknowledge-moderate-minutes")),
        Duration.ofMinutes(rules.number("acknowledge-low-minutes")),
        Duration.ofHours(rules.number("disposition-hours")));
  }

  private RulePack rules(Instant now) {
    return rulePacks.on(now.atZone(ZoneOffset.UTC).toLocalDate());
  }
}
