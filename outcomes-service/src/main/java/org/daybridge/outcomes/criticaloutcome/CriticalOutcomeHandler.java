package org.daybridge.outcomes.criticaloutcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcome.Kind;
import org.daybridge.outcomes.criticaloutcome.CriticalOutcome.Source;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Episodes;

/** Records what happened. A fact is never refused, but tomorrow has no facts. */
@ApplicationScoped
public class CriticalOutcomeHandler {
  private static final Set<Kind> SUBSTANCE_USE = Set.of(Kind.RELAPSE, Kind.OVERDOSE);

  private final CriticalOutcomes outcomes;
  private final Episodes episodes;
  private final Clock clock;

  CriticalOutcomeHandler(CriticalOutcomes outcomes, Episodes episodes, Clock clock) {
    this.outcomes = outcomes;
    this.episodes = episodes;
    this.clock = clock;
  }

  /** The same id with the same content again changes nothing. */
  @Transactional
  public CriticalOutcome record(
      UUID id, PatientId patient, Kind kind, LocalDate occurredOn, Source source) {
    Episode episode =
        episodes.latestOf(patient).orElseThrow(() -> new NotVisible("Patient", patient.value()));
    Optional<CriticalOutcome> before = outcomes.find(id);
    if (before.isPresent()) return replayed(before.get(), patient, kind, occurredOn);
    Instant now = clock.instant();
    if (occurredOn.isAfter(episode.dayOf(now))) {
      throw RuleRefused.rule("occurred-not-in-the-future", "the day has not come yet");
    }
    CriticalOutcome outcome =
        new CriticalOutcome(
            id,
            patient,
            episode.id(),
            episode.labels() | (SUBSTANCE_USE.contains(kind) ? Labels.PART2 : 0),
            kind,
            occurredOn,
            occurredOn.isBefore(episode.admittedOn()),
            source,
            Callers.current().principalId(),
            now);
    outcomes.add(outcome);
    return outcome;
  }

  private static CriticalOutcome replayed(
      CriticalOutcome before, PatientId patient, Kind kind, LocalDate occurredOn) {
    boolean same =
        before.patient().equals(patient)
            && before.kind() == kind
            && before.occurredOn().equals(occurredOn);
    if (!same) throw RuleRefused.state("critical-outcome-id-is-used-once", "it holds another");
    return before;
  }
}
