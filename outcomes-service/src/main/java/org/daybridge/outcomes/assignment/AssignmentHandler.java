package org.daybridge.outcomes.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.kit.timer.Timers;
import org.daybridge.outcomes.assignment.Assignment.Occasion;
import org.daybridge.outcomes.assignment.Assignment.State;
import org.daybridge.outcomes.episode.AdmissionHandler;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Episodes;
import org.daybridge.outcomes.instrument.Instrument;

/** Opens, repeats and closes what is due in an episode. */
@ApplicationScoped
public class AssignmentHandler {
  static final String CADENCE_TIMER = "measure-cadence";
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private final Assignments assignments;
  private final Episodes episodes;
  private final Cadence cadence;
  private final LastMeasures lastMeasures;
  private final Timers timers;
  private final RulePacks rulePacks;
  private final Clock clock;

  AssignmentHandler(
      Assignments assignments,
      Episodes episodes,
      Cadence cadence,
      LastMeasures lastMeasures,
      Timers timers,
      RulePacks rulePacks,
      Clock clock) {
    this.assignments = assignments;
    this.episodes = episodes;
    this.cadence = cadence;
    this.lastMeasures = lastMeasures;
    this.timers = timers;
    this.rulePacks = rulePacks;
    this.clock = clock;
  }

  /** The baseline battery of the population and the track, and the clock of its cadence. */
  void open(@Observes AdmissionHandler.Opened opened) {
    Episode episode = opened.episode();
    RulePack rules = rulePacks.on(episode.admittedOn());
    LocalDate dueOn = episode.admittedOn().plusDays(rules.number("baseline-due-days"));
    for (Cadence.Entry entry : cadence.baselineOf(episode.population(), episode.trackCode())) {
      assignments.add(
          assignment(episode, entry.instrument(), Occasion.BASELINE, episode.admittedAt(), dueOn));
    }
    scheduleNext(episode, episode.admittedOn());
  }

  void close(@Observes AdmissionHandler.Ended ended) {
    assignments.closeAll(ended.episode().id(), clock.instant());
    timers.cancel(CADENCE_TIMER, ended.episode().id().value());
  }

  /** A week is over: what was not answered is missed, what comes round again is due. */
  @Transactional
  public void repeat(UUID episodeId) {
    Episode episode = episodes.find(new EpisodeId(episodeId)).orElse(null);
    if (episode == null || !episode.isActive()) return;
    Instant now = clock.instant();
    LocalDate today = episode.dayOf(now);
    assignments.missBefore(episode.id(), today, now);
    long day = ChronoUnit.DAYS.between(episode.admittedOn(), today);
    LocalDate dueOn = today.plusDays(rulePacks.on(today).number("cadence-due-days"));
    for (Cadence.Entry entry : cadence.repeatedIn(episode.population(), episode.trackCode())) {
      if (day > 0 && day % entry.everyDays() == 0) {
        assignments.add(assignment(episode, entry.instrument(), Occasion.CADENCE, now, dueOn));
      }
    }
    scheduleNext(episode, today);
  }

  private void scheduleNext(Episode episode, LocalDate today) {
    Instant morning = today.plusDays(1).atTime(MORNING).atZone(episode.zone()).toInstant();
    timers.schedule(CADENCE_TIMER, episode.id().value(), morning, null);
  }

  /** A clinician asks for an instrument now, or on a day ahead. */
  @Transactional
  public Assignment request(PatientId patient, Instrument instrument, LocalDate dueOn) {
    Episode episode = visible(patient);
    Instant now = clock.instant();
    LocalDate today = episode.dayOf(now);
    if (!episode.isActive()) {
      throw RuleRefused.state("episode-is-active", "the episode has ended");
    }
    if (dueOn.isBefore(today)) {
      throw RuleRefused.rule("due-day-is-not-over", "the due day is before today");
    }
    int shortest = Cadence.shortestInterval(instrument);
    lastMeasures
        .answeredOn(patient, instrument.id())
        .map(last -> last.plusDays(shortest))
        .filter(dueOn::isBefore)
        .ifPresent(
            earliest -> {
              throw RuleRefused.rule(
                  "look-back-is-over", "it looks back so far that it makes sense from " + earliest);
            });
    Assignment made = assignment(episode, instrument, Occasion.REQUESTED, now, dueOn);
    assignments.add(made);
    return assignments.openOf(patient, instrument.id(), instrument.version()).orElse(made);
  }

  /** A risk answer asks for a screening by a trained person on the same day (SAF-4). */
  public void requestAfterRisk(Episode episode, Instrument screener) {
    Instant now = clock.instant();
    assignments.add(assignment(episode, screener, Occasion.RISK, now, episode.dayOf(now)));
  }

  /** The answer settles the assignment that it names, else the first one open for it. */
  public Optional<Assignment> settle(
      Optional<UUID> named, PatientId patient, Instrument instrument, UUID measureId) {
    Optional<Assignment> open =
        named.isPresent()
            ? Optional.of(namedAssignment(named.get(), patient, instrument))
            : assignments.openOf(patient, instrument.id(), instrument.version());
    open.ifPresent(one -> assignments.done(one.id(), measureId, clock.instant()));
    return open;
  }

  private Assignment namedAssignment(UUID id, PatientId patient, Instrument instrument) {
    Assignment assignment =
        assignments
            .find(id)
            .filter(one -> one.patient().equals(patient))
            .orElseThrow(() -> new NotVisible("Assignment", id));
    if (!assignment.instrument().equals(instrument.id())
        || !assignment.instrumentVersion().equals(instrument.version())) {
      throw RuleRefused.rule("assignment-names-its-instrument", "it asks for another instrument");
    }
    if (assignment.state() == State.DONE) {
      throw RuleRefused.state("assignment-is-open", "it was answered already; correct the answer");
    }
    return assignment;
  }

  private Episode visible(PatientId patient) {
    return episodes.latestOf(patient).orElseThrow(() -> new NotVisible("Patient", patient.value()));
  }

  private static Assignment assignment(
      Episode episode, Instrument instrument, Occasion occasion, Instant opensAt, LocalDate dueOn) {
    return new Assignment(
        Ids.next(),
        episode.patient(),
        episode.id(),
        episode.labels(),
        instrument.id(),
        instrument.version(),
        instrument.askedBy(),
        occasion,
        opensAt,
        dueOn,
        State.DUE,
        null,
        null,
        0);
  }
}
