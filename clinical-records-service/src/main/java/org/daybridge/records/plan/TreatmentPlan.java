package org.daybridge.records.plan;

import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.contract.records.RecordsEvent.GoalTarget;
import org.daybridge.contract.records.RecordsEvent.Prescribed;
import org.daybridge.contract.records.RecordsEvent.TreatmentPlanActivated;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.records.plan.PlanCommand.Activate;
import org.daybridge.records.plan.PlanCommand.Close;
import org.daybridge.records.plan.PlanCommand.Edit;
import org.daybridge.records.plan.PlanCommand.RecordRefusal;
import org.daybridge.records.plan.PlanCommand.Review;
import org.daybridge.records.plan.PlanCommand.Sign;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.SignatureSet;

/**
 * One patient's treatment plan in one episode. A draft is written together, then signed by all whom
 * the rule pack names; the last name (or the recorded refusal) activates it. It is reviewed on a
 * clock. A revision is a new version that is signed afresh; the old one guides care until then.
 */
public record TreatmentPlan(
    PlanId id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    State state,
    List<ActivePlan> past) {

  public sealed interface State {}

  public record InPreparation(PlanDraft draft) implements State {}

  public record InForce(ActivePlan active) implements State {}

  public record InRevision(ActivePlan active, PlanDraft draft) implements State {}

  public record Closed(Optional<ActivePlan> last, Instant at) implements State {}

  public TreatmentPlan {
    past = List.copyOf(past);
  }

  /** What a plan must stand on before a word of it is written. */
  public record Ground(boolean assessmentCompleted, boolean episodeOpen, boolean planExists) {}

  public static Decision<TreatmentPlan, RecordsEvent> begin(
      PlanId id,
      PatientId patient,
      EpisodeId episode,
      int labels,
      PlanContent content,
      Ground ground,
      PlanLimits limits) {
    if (!ground.episodeOpen()) return refusedState("episode-is-open", "no episode is open");
    if (ground.planExists()) {
      return refusedState("one-plan-per-episode", "the episode has a plan; revise it");
    }
    if (!ground.assessmentCompleted()) {
      return refused("assessment-before-plan", "no assessment of this patient is completed");
    }
    var first = PlanDraft.of(id, patient, episode, 1, content, limits);
    return new Applied<>(
        new TreatmentPlan(id, patient, episode, labels, new InPreparation(first), List.of()),
        List.of());
  }

  public Decision<TreatmentPlan, RecordsEvent> decide(PlanCommand command) {
    return switch (state) {
      case InPreparation(var draft) -> withDraft(draft, Optional.empty(), command);
      case InRevision(var active, var draft) ->
          switch (command) {
            case Review review -> review(active, review);
            case Edit _, Sign _, RecordRefusal _, Activate _, Close _ ->
                withDraft(draft, Optional.of(active), command);
          };
      case InForce(var active) -> inForce(active, command);
      case Closed _ -> refusedState("plan-is-open", "the episode of this plan has ended");
    };
  }

  /** The version that guides care now. */
  public Optional<ActivePlan> active() {
    return switch (state) {
      case InPreparation _, Closed _ -> Optional.empty();
      case InForce(var active) -> Optional.of(active);
      case InRevision(var active, _) -> Optional.of(active);
    };
  }

  /** The version that guides care, or guided it last. */
  public Optional<ActivePlan> latest() {
    return state instanceof Closed(var last, _) ? last : active();
  }

  /** A version that was signed once, whether it still guides care or not. */
  public Optional<ActivePlan> version(int number) {
    return Stream.concat(past.stream(), latest().stream())
        .filter(each -> each.number() == number)
        .findFirst();
  }

  public Optional<PlanDraft> draft() {
    return switch (state) {
      case InPreparation(var draft) -> Optional.of(draft);
      case InRevision(_, var draft) -> Optional.of(draft);
      case InForce _, Closed _ -> Optional.empty();
    };
  }

  private Decision<TreatmentPlan, RecordsEvent> inForce(ActivePlan active, PlanCommand command) {
    return switch (command) {
      case Edit(_, var content, var limits) ->
          become(new InRevision(active, draft(active.number() + 1, content, limits)));
      case Review review -> review(active, review);
      case Close(var at) -> become(new Closed(Optional.of(active), at));
      case Sign _, RecordRefusal _, Activate _ ->
          refusedState("plan-awaits-signatures", "version " + active.number() + " is active");
    };
  }

  private Decision<TreatmentPlan, RecordsEvent> withDraft(
      PlanDraft draft, Optional<ActivePlan> active, PlanCommand command) {
    return switch (command) {
      case Edit(_, var content, var limits) ->
          become(working(draft(draft.number(), content, limits), active));
      case Sign sign -> sign(draft, active, sign);
      case RecordRefusal refusal -> refusal(draft, active, refusal);
      case Activate(_, var at, var limits, var today) -> activate(draft, active, at, limits, today);
      case Review _ -> refusedState("plan-is-active", "a plan is reviewed once it is active");
      case Close(var at) -> become(new Closed(active, at));
    };
  }

  private Decision<TreatmentPlan, RecordsEvent> sign(
      PlanDraft draft, Optional<ActivePlan> active, Sign sign) {
    var signature = sign.signature();
    var gaps = PlanGaps.of(draft.content());
    if (draft.signatures().signedBy(signature.person())) {
      return refusedState("each-person-signs-once", signature.person() + " has signed already");
    }
    if (!signature.seen().equals(draft.hash())) {
      return refusedState("signer-saw-this-text", "the text changed since it was shown");
    }
    if (!gaps.isEmpty()) return refused(gaps.getFirst().rule(), listed(gaps));
    var signed = draft.with(draft.signatures().with(signature));
    return signed.signatures().complete()
        ? activate(signed, active, signature.at(), sign.limits(), sign.today())
        : become(working(signed, active));
  }

  private Decision<TreatmentPlan, RecordsEvent> refusal(
      PlanDraft draft, Optional<ActivePlan> active, RecordRefusal command) {
    var refusal = command.refusal();
    var gaps = PlanGaps.of(draft.content());
    if (draft.signatures().has(Signatory.PATIENT)) {
      return refusedState("each-person-signs-once", "the patient has signed already");
    }
    if (!command.seen().equals(draft.hash())) {
      return refusedState("signer-saw-this-text", "the text changed since it was shown");
    }
    if (refusal.attempts() < 1) {
      return refused("refusal-names-attempts", "say how often the patient was asked");
    }
    if (refusal.witness().equals(refusal.recordedBy())) {
      return refused("refusal-has-a-witness", "the witness is somebody else");
    }
    if (!gaps.isEmpty()) return refused(gaps.getFirst().rule(), listed(gaps));
    var recorded = draft.with(draft.signatures().with(refusal));
    return recorded.signatures().complete()
        ? activate(recorded, active, refusal.at(), command.limits(), command.today())
        : become(working(recorded, active));
  }

  private Decision<TreatmentPlan, RecordsEvent> activate(
      PlanDraft draft,
      Optional<ActivePlan> active,
      Instant at,
      PlanLimits limits,
      LocalDate today) {
    var needed =
        new SignatureSet(
            limits.signatures(), draft.signatures().signatures(), draft.signatures().refusal());
    if (!needed.complete()) {
      return refused("plan-signatures-complete", "signatures are missing: " + needed.missing());
    }
    var gaps = PlanGaps.of(draft.content());
    if (!gaps.isEmpty()) return refused(gaps.getFirst().rule(), listed(gaps));
    var reviewDueOn = today.plusDays(limits.reviewDays());
    var next = new ActivePlan(draft.with(needed), at, reviewDueOn, List.of());
    var history = new ArrayList<>(past);
    active.ifPresent(history::add);
    return new Applied<>(
        new TreatmentPlan(id, patient, episode, labels, new InForce(next), history),
        List.of(activated(next)));
  }

  private Decision<TreatmentPlan, RecordsEvent> review(ActivePlan active, Review command) {
    var review = command.review();
    var reviewed = review.progress().stream().map(PlanReview.GoalProgress::goal).toList();
    if (!reviewed.containsAll(active.content().goalIds())
        || !active.content().goalIds().containsAll(reviewed)) {
      return refused("review-covers-every-goal", "each goal of the plan needs a finding");
    }
    var reviews = new ArrayList<>(active.reviews());
    reviews.add(review);
    var due = command.today().plusDays(command.limits().reviewDays());
    var next = new ActivePlan(active.signed(), active.activatedAt(), due, reviews);
    return become(
        draft().<State>map(draft -> new InRevision(next, draft)).orElse(new InForce(next)));
  }

  private TreatmentPlanActivated activated(ActivePlan plan) {
    return new TreatmentPlanActivated(
        id,
        patient,
        episode,
        plan.number(),
        plan.activatedAt(),
        plan.reviewDueOn(),
        plan.content().prescribedMinutes().entrySet().stream()
            .map(each -> new Prescribed(each.getKey().name(), each.getValue()))
            .toList(),
        plan.content()
            .goals()
            .map(
                goal ->
                    new GoalTarget(goal.id().value(), goal.measure(), goal.target().orElse(null)))
            .toList());
  }

  private PlanDraft draft(int number, PlanContent content, PlanLimits limits) {
    return PlanDraft.of(id, patient, episode, number, content, limits);
  }

  private static State working(PlanDraft draft, Optional<ActivePlan> active) {
    return active.<State>map(plan -> new InRevision(plan, draft)).orElse(new InPreparation(draft));
  }

  private static String listed(List<PlanGaps.Gap> gaps) {
    return gaps.stream()
        .map(gap -> gap.rule() + " (" + gap.where() + ")")
        .collect(Collectors.joining("; "));
  }

  private Decision<TreatmentPlan, RecordsEvent> become(State next) {
    return new Applied<>(as(next), List.of());
  }

  private TreatmentPlan as(State next) {
    return new TreatmentPlan(id, patient, episode, labels, next, past);
  }
}
