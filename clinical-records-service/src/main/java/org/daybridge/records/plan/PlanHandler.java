package org.daybridge.records.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.function.IntConsumer;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.contract.records.RecordsEvent.TreatmentPlanActivated;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.plan.TreatmentPlan.Ground;
import org.daybridge.records.register.Register;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.traumawork.TraumaReadiness;

/** One command to one treatment plan: load, decide, keep, set the clocks, announce. */
@ApplicationScoped
public class PlanHandler {

  private final TreatmentPlans plans;
  private final InterimPlans interims;
  private final PlanClocks clocks;
  private final Episodes episodes;
  private final RulePacks packs;
  private final Outbox outbox;
  private final Register<TraumaReadiness> readiness;
  private final Clock clock;

  PlanHandler(
      TreatmentPlans plans,
      InterimPlans interims,
      PlanClocks clocks,
      Episodes episodes,
      RulePacks packs,
      Outbox outbox,
      Register<TraumaReadiness> readiness,
      Clock clock) {
    this.readiness = readiness;
    this.plans = plans;
    this.interims = interims;
    this.clocks = clocks;
    this.episodes = episodes;
    this.packs = packs;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  public Versioned<TreatmentPlan> begin(PlanId id, PatientId patient, PlanContent content) {
    var episode =
        episodes.latest(patient).orElseThrow(() -> new NotVisible("patient", patient.value()));
    var ground =
        new Ground(
            episodes.assessed(patient), episode.open(), plans.ofEpisode(episode.id()).isPresent());
    var plan =
        TreatmentPlan.begin(
                id, patient, episode.id(), episode.labels(), content, ground, limits(episode))
            .orRefuse()
            .next();
    return plans.add(plan);
  }

  /** Builds the command from the plan, its limits and the time, then decides it. */
  public interface Command {
    PlanCommand of(TreatmentPlan plan, Moment moment);
  }

  /** Now, and the numbers that hold today where the patient is treated. */
  public record Moment(Instant now, LocalDate today, PlanLimits limits) {}

  @Transactional
  public Versioned<TreatmentPlan> handle(PlanId id, IntConsumer precondition, Command command) {
    var kept = plans.require(id);
    precondition.accept(kept.version());
    var plan = kept.value();
    var episode = episodes.find(plan.episode()).orElseThrow();
    var now = now();
    var moment = new Moment(now, episode.day(now), limits(episode));
    var applied = plan.decide(command.of(plan, moment)).orRefuse();
    var saved = plans.save(applied.next(), kept.version());
    applied.next().active().ifPresent(active -> clocks.reviewDue(applied.next(), active, episode));
    for (var event : applied.events()) {
      if (event instanceof TreatmentPlanActivated) {
        requireReadiness(applied.next(), moment.today());
        interims.end(plan.episode(), now);
        clocks.planActive(plan.episode());
      }
      outbox.append(event, plan.labels());
    }
    return saved;
  }

  /** Trauma-focused work begins when everything is in place and the patient agreed to it. */
  private void requireReadiness(TreatmentPlan plan, LocalDate today) {
    var focused =
        plan.active().stream()
            .flatMap(active -> active.content().interventions())
            .anyMatch(each -> TraumaReadiness.needed(each.evidenceBase()));
    if (focused
        && readiness.ofPatient(plan.patient()).stream()
            .noneMatch(each -> each.value().holdsOn(today))) {
      throw RuleRefused.rule(
          "trauma-work-needs-readiness", "no readiness with the patient's agreement holds today");
    }
  }

  /** The episode ended: its plans end with it, and their clocks stop. */
  @Transactional
  public void close(Episode episode, Instant at) {
    interims.end(episode.id(), at);
    clocks.planActive(episode.id());
    plans
        .ofEpisode(episode.id())
        .map(plans::require)
        .filter(kept -> !(kept.value().state() instanceof TreatmentPlan.Closed))
        .ifPresent(
            kept -> {
              var plan = kept.value().decide(new PlanCommand.Close(at)).orRefuse().next();
              plans.save(plan, kept.version());
              clocks.stopReviews(plan.id());
            });
  }

  private PlanLimits limits(Episode episode) {
    var pack = packs.on(episode.day(now()));
    var signatures = EnumSet.of(Signatory.PATIENT, Signatory.CLINICIAN);
    if (pack.number("plan-needs-physician") == 1) signatures.add(Signatory.PHYSICIAN);
    return new PlanLimits(signatures, pack.number("plan-review-days"), pack.version());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
