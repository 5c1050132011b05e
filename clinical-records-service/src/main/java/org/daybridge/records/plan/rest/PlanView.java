package org.daybridge.records.plan.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.records.plan.ActivePlan;
import org.daybridge.records.plan.Goal;
import org.daybridge.records.plan.Intervention;
import org.daybridge.records.plan.Modality;
import org.daybridge.records.plan.ModalityMix;
import org.daybridge.records.plan.Objective;
import org.daybridge.records.plan.PlanContent;
import org.daybridge.records.plan.PlanDraft;
import org.daybridge.records.plan.PlanGaps;
import org.daybridge.records.plan.PlanReview;
import org.daybridge.records.plan.Problem;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.signing.Refusal;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.SignatureSet;
import org.jspecify.annotations.Nullable;

/** A treatment plan: the version that guides care, the one in work, and what is missing there. */
record PlanView(
    UUID id,
    UUID patientId,
    UUID episodeId,
    String status,
    @Nullable ActiveView active,
    @Nullable DraftView draft,
    List<Integer> pastVersions) {

  record ActiveView(
      int version,
      Instant activatedAt,
      LocalDate reviewDueOn,
      String contentHash,
      List<SignatureView> signatures,
      @Nullable RefusalView refusal,
      Map<Modality, Integer> prescribedMinutesPerWeek,
      List<ReviewView> reviews,
      ContentView content) {}

  record DraftView(
      int version,
      String contentHash,
      List<PlanGaps.Gap> gaps,
      List<SignatureView> signatures,
      @Nullable RefusalView refusal,
      List<Signatory> missingSignatures,
      ContentView content) {}

  record SignatureView(
      UUID personId, Signatory as, List<String> credentials, Instant at, String means) {}

  record RefusalView(
      Refusal.Reason reason, int attempts, UUID witnessId, UUID recordedById, Instant at) {}

  record ReviewView(
      UUID byId,
      Instant at,
      PlanReview.Outcome decision,
      List<FindingView> findings,
      String summary) {}

  record FindingView(UUID goalId, PlanReview.Progress progress) {}

  record ContentView(
      LocalDate startsOn,
      List<ProblemView> problems,
      List<String> strengths,
      List<String> preferences,
      List<String> barriers,
      List<ModalityMix> modalityMix) {
    static ContentView of(PlanContent content) {
      return new ContentView(
          content.startsOn(),
          content.problems().stream().map(ProblemView::of).toList(),
          content.strengths(),
          content.preferences(),
          content.barriers(),
          content.mix());
    }
  }

  record ProblemView(String statement, @Nullable String icd10, List<GoalView> goals) {
    static ProblemView of(Problem problem) {
      return new ProblemView(
          problem.statement(),
          problem.icd10().orElse(null),
          problem.goals().stream().map(GoalView::of).toList());
    }
  }

  record GoalView(
      UUID id,
      String patientWords,
      String measure,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal target,
      LocalDate dueOn,
      List<ObjectiveView> objectives) {
    static GoalView of(Goal goal) {
      return new GoalView(
          goal.id().value(),
          goal.patientWords(),
          goal.measure(),
          goal.baseline().orElse(null),
          goal.target().orElse(null),
          goal.dueOn(),
          goal.objectives().stream().map(ObjectiveView::of).toList());
    }
  }

  record ObjectiveView(String text, LocalDate dueOn, List<InterventionView> interventions) {
    static ObjectiveView of(Objective objective) {
      return new ObjectiveView(
          objective.text(),
          objective.dueOn(),
          objective.interventions().stream().map(InterventionView::of).toList());
    }
  }

  record InterventionView(
      Modality modality,
      String description,
      int timesPerWeek,
      int minutes,
      int weeks,
      UUID responsibleId,
      String evidenceBase) {
    static InterventionView of(Intervention each) {
      return new InterventionView(
          each.modality(),
          each.description(),
          each.timesPerWeek(),
          each.minutes(),
          each.weeks(),
          each.responsible().value(),
          each.evidenceBase());
    }
  }

  static PlanView of(TreatmentPlan plan) {
    return new PlanView(
        plan.id().value(),
        plan.patient().value(),
        plan.episode().value(),
        switch (plan.state()) {
          case TreatmentPlan.InPreparation _ -> "DRAFT";
          case TreatmentPlan.InForce _ -> "ACTIVE";
          case TreatmentPlan.InRevision _ -> "IN_REVISION";
          case TreatmentPlan.Closed _ -> "CLOSED";
        },
        plan.latest().map(PlanView::active).orElse(null),
        plan.draft().map(PlanView::draft).orElse(null),
        plan.past().stream().map(ActivePlan::number).toList());
  }

  static ActiveView active(ActivePlan active) {
    var signed = active.signed();
    return new ActiveView(
        active.number(),
        active.activatedAt(),
        active.reviewDueOn(),
        signed.hash().value(),
        signatures(signed.signatures()),
        refusal(signed.signatures()),
        active.content().prescribedMinutes(),
        active.reviews().stream().map(PlanView::review).toList(),
        ContentView.of(active.content()));
  }

  private static DraftView draft(PlanDraft draft) {
    return new DraftView(
        draft.number(),
        draft.hash().value(),
        PlanGaps.of(draft.content()),
        signatures(draft.signatures()),
        refusal(draft.signatures()),
        List.copyOf(draft.signatures().missing()),
        ContentView.of(draft.content()));
  }

  private static List<SignatureView> signatures(SignatureSet set) {
    return set.signatures().stream()
        .map(
            each ->
                new SignatureView(
                    each.person(), each.as(), each.credentials(), each.at(), each.means().name()))
        .toList();
  }

  private static @Nullable RefusalView refusal(SignatureSet set) {
    return set.refusal()
        .map(
            each ->
                new RefusalView(
                    each.reason(), each.attempts(), each.witness(), each.recordedBy(), each.at()))
        .orElse(null);
  }

  private static ReviewView review(PlanReview review) {
    return new ReviewView(
        review.by().value(),
        review.at(),
        review.decision(),
        review.progress().stream()
            .map(each -> new FindingView(each.goal().value(), each.progress()))
            .toList(),
        review.summary());
  }

  @Override
  public String toString() {
    return "PlanView[" + id + ", " + status + "]";
  }
}
