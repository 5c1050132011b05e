package org.daybridge.outcomes.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.OutcomesEvent.StepChangeProposed;
import org.daybridge.contract.outcomes.ProposalId;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.identity.RowAccess;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.outcomes.episode.AdmissionHandler;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Episodes;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.measure.Recorded;
import org.daybridge.outcomes.step.StepRules.Outcome;
import org.jdbi.v3.core.Jdbi;

/** Looks at the rules again whenever a measure or a session tells something new. */
@ApplicationScoped
public class StepHandler {
  /** The measure that the proposals of every track rest on. */
  private static final String INSTRUMENT = "PHQ-9";

  private final StepProposals proposals;
  private final Episodes episodes;
  private final Instrument instrument;
  private final Outbox outbox;
  private final RulePacks rulePacks;
  private final RowAccess access;
  private final Jdbi jdbi;
  private final Clock clock;

  StepHandler(
      StepProposals proposals,
      Episodes episodes,
      Instruments instruments,
      Outbox outbox,
      RulePacks rulePacks,
      RowAccess access,
      Jdbi jdbi,
      Clock clock) {
    this.proposals = proposals;
    this.episodes = episodes;
    this.instrument = instruments.current(INSTRUMENT).orElseThrow();
    this.outbox = outbox;
    this.rulePacks = rulePacks;
    this.access = access;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  void look(@Observes Recorded recorded) {
    if (!recorded.measure().instrument().equals(INSTRUMENT)) return;
    recorded
        .episode()
        .filter(Episode::isActive)
        .ifPresent(
            episode ->
                access.elevated(
                    jdbi,
                    "outcomes",
                    () -> {
                      propose(episode);
                      return true;
                    }));
  }

  void settle(@Observes AdmissionHandler.LevelDecided decided) {
    proposals.settle(decided.episode().id(), "DECIDED", clock.instant());
  }

  void settle(@Observes AdmissionHandler.Ended ended) {
    proposals.settle(ended.episode().id(), "DISCHARGED", clock.instant());
  }

  @Transactional
  public void attended(SessionAttended attended) {
    Optional<Episode> episode = episodes.latestOf(attended.patientId());
    proposals.record(attended, episode.map(Episode::labels).orElse(Labels.MENTAL));
    episode.filter(Episode::isActive).ifPresent(this::propose);
  }

  @Transactional
  public void missed(SessionMissed missed) {
    Optional<Episode> episode = episodes.latestOf(missed.patientId());
    proposals.record(missed, episode.map(Episode::labels).orElse(Labels.MENTAL));
  }

  /** What the rules say now, without proposing anything. */
  @Transactional
  public Outcome readiness(PatientId patient) {
    Episode episode =
        episodes.latestOf(patient).orElseThrow(() -> new NotVisible("Patient", patient.value()));
    return judge(episode, rules(episode));
  }

  private void propose(Episode episode) {
    if (proposals.openOf(episode.id()).isPresent()) return;
    RulePack rules = rules(episode);
    if (!(judge(episode, rules)
        instanceof Outcome.Proposed(var direction, var rule, var evidence))) {
      return;
    }
    Instant now = clock.instant();
    ProposalId id = new ProposalId(Ids.next());
    EpisodeId of = episode.id();
    proposals.add(
        new StepProposals.Proposal(
            id,
            episode.patient(),
            of,
            episode.labels(),
            direction,
            rule,
            evidence,
            rules.version(),
            now,
            null,
            null));
    outbox.append(
        new StepChangeProposed(id, episode.patient(), of, direction, evidence, now),
        episode.labels());
  }

  private Outcome judge(Episode episode, RulePack rules) {
    Instant now = clock.instant();
    StepRules.Evidence evidence =
        proposals.evidence(
            episode,
            INSTRUMENT,
            instrument.version(),
            now.minus(Duration.ofDays(rules.number("step-attendance-days"))),
            now,
            rules.number("baseline-window-days"));
    StepRules.Limits limits =
        new StepRules.Limits(
            rules.decimal("step-down-below"),
            rules.number("step-attendance-percent"),
            rules.number("step-sessions-at-least"),
            rules.number("step-no-high-risk-days"));
    return StepRules.judge(evidence, limits, now);
  }

  private RulePack rules(Episode episode) {
    return rulePacks.on(episode.dayOf(clock.instant()));
  }
}
