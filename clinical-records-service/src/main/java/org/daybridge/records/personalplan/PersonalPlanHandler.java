package org.daybridge.records.personalplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.IntConsumer;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.AftercarePlanId;
import org.daybridge.contract.records.RecordsEvent.AftercarePlanSigned;
import org.daybridge.contract.records.RecordsEvent.SafetyPlanSigned;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.personalplan.PersonalPlan.VersionSigned;
import org.daybridge.records.signing.Versioned;

/** One command to one personal plan: load, decide, keep, announce. */
@ApplicationScoped
public class PersonalPlanHandler {

  private final PersonalPlans plans;
  private final Episodes episodes;
  private final Outbox outbox;
  private final Clock clock;

  PersonalPlanHandler(PersonalPlans plans, Episodes episodes, Outbox outbox, Clock clock) {
    this.plans = plans;
    this.episodes = episodes;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public Versioned<PersonalPlan> begin(
      PersonalPlanId id, PatientId patient, PersonalPlanContent content) {
    var episode =
        episodes.latest(patient).orElseThrow(() -> new NotVisible("patient", patient.value()));
    if (!episode.open()) {
      throw RuleRefused.state("episode-is-open", "the last episode of care has ended");
    }
    var plan = PersonalPlan.begin(id, patient, episode.id(), episode.labels(), content);
    return plans.add(plan);
  }

  /** What is asked of the plan, at this time and on this day where the patient is treated. */
  public interface Command {
    Decision<PersonalPlan, VersionSigned> to(PersonalPlan plan, Instant now, LocalDate today);
  }

  @Transactional
  public Versioned<PersonalPlan> handle(
      PersonalPlanId id, PersonalPlanKind kind, IntConsumer precondition, Command command) {
    var kept = plans.require(id, kind);
    precondition.accept(kept.version());
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var episode = episodes.find(kept.value().episode()).orElseThrow();
    var applied = command.to(kept.value(), now, episode.day(now)).orRefuse();
    var saved = plans.save(applied.next(), kept.version());
    applied.events().forEach(this::announce);
    return saved;
  }

  /** A planned discharge waits for aftercare; who follows a risk waits for the safety plan. */
  private void announce(VersionSigned signed) {
    var plan = signed.plan();
    var at = signed.version().signedAt();
    switch (plan.kind()) {
      case AFTERCARE ->
          outbox.append(
              new AftercarePlanSigned(
                  new AftercarePlanId(plan.id().value()), plan.patient(), plan.episode(), at),
              plan.labels());
      case SAFETY ->
          outbox.append(
              new SafetyPlanSigned(
                  plan.id().value(),
                  plan.patient(),
                  plan.episode(),
                  signed.version().version().number(),
                  at),
              plan.labels());
      case RELAPSE_PREVENTION -> {}
    }
  }
}
