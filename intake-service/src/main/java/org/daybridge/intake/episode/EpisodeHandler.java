package org.daybridge.intake.episode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.daybridge.contract.intake.DecisionId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.outcomes.ProposalId;
import org.daybridge.intake.careteam.AccessHandler;
import org.daybridge.intake.patient.PatientHandler;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;
import org.jspecify.annotations.Nullable;

/** Steps the level of care and ends episodes. */
@ApplicationScoped
@Transactional
public class EpisodeHandler {
  private final Episodes episodes;
  private final PatientHandler patients;
  private final AccessHandler access;
  private final RulePacks rules;
  private final Outbox outbox;
  private final Clock clock;

  EpisodeHandler(
      Episodes episodes,
      PatientHandler patients,
      AccessHandler access,
      RulePacks rules,
      Outbox outbox,
      Clock clock) {
    this.episodes = episodes;
    this.patients = patients;
    this.access = access;
    this.rules = rules;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Episode step(
      EpisodeId id,
      LevelOfCare to,
      @Nullable ProposalId proposal,
      @Nullable Instant effectiveAt,
      String reason) {
    Episode.Step step =
        new Episode.Step(
            new DecisionId(Ids.next()),
            proposal,
            to,
            effectiveAt == null ? clock.instant() : effectiveAt);
    Decision.Applied<Episode, IntakeEvent> applied = episodes.require(id).step(step).orRefuse();
    episodes.addStep(applied.next(), step, reason);
    return keep(applied);
  }

  /**
   * Ends the episode; {@code waivers} name the gates that the clinical director waives, and why.
   */
  public Episode discharge(
      EpisodeId id,
      @Nullable Instant at,
      Episode.Reason reason,
      @Nullable String destination,
      Map<Episode.Gate, String> waivers) {
    if (!waivers.isEmpty() && !Callers.current().hasRole("clinical_director")) {
      throw RuleRefused.rule(
          "waiver-by-clinical-director", "Only the clinical director waives a gate.");
    }
    Episode episode = episodes.require(id);
    Set<Episode.Gate> open = EnumSet.noneOf(Episode.Gate.class);
    if (!episodes.aftercareSigned(id)) {
      open.add(Episode.Gate.AFTERCARE_PLAN);
    }
    Instant when = at == null ? clock.instant() : at;
    Decision.Applied<Episode, IntakeEvent> applied =
        episode
            .discharge(new Episode.Discharge(when, reason, destination, waivers.keySet()), open)
            .orRefuse();
    waivers.forEach((gate, why) -> episodes.addWaiver(episode, gate, why));
    if (!reason.planned() && reason != Episode.Reason.DIED) {
      LocalDate due =
          LocalDate.now(clock)
              .plusDays(rules.on(LocalDate.now(clock)).number("discharge-task-days"));
      open.forEach(gate -> episodes.addTask(episode, gate, due));
    }
    Episode ended = keep(applied);
    if (reason == Episode.Reason.DIED) {
      patients.died(episode.patient(), when);
    }
    access.discharge(episode.patient());
    return ended;
  }

  private Episode keep(Decision.Applied<Episode, IntakeEvent> applied) {
    episodes.save(applied.next());
    applied.events().forEach(event -> outbox.append(event, applied.next().labels()));
    return episodes.require(applied.next().id());
  }
}
