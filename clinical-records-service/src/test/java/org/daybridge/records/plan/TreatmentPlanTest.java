package org.daybridge.records.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.records.plan.PlanFixture.*;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.contract.records.RecordsEvent.TreatmentPlanActivated;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.records.plan.PlanCommand.Activate;
import org.daybridge.records.plan.PlanCommand.Close;
import org.daybridge.records.plan.PlanCommand.Edit;
import org.daybridge.records.plan.PlanCommand.RecordRefusal;
import org.daybridge.records.plan.PlanCommand.Review;
import org.daybridge.records.plan.PlanCommand.Sign;
import org.daybridge.records.plan.PlanReview.GoalProgress;
import org.daybridge.records.plan.PlanReview.Outcome;
import org.daybridge.records.plan.PlanReview.Progress;
import org.daybridge.records.plan.TreatmentPlan.Ground;
import org.daybridge.records.signing.Refusal;
import org.daybridge.records.signing.Signatory;
import org.junit.jupiter.api.Test;

class TreatmentPlanTest {

  @Test
  void theLastNeededSignatureActivatesAndStartsTheReviewClock() {
    var one = next(sign(draft(), Signatory.PATIENT));
    assertThat(one.active()).isEmpty();
    var decision = sign(one, Signatory.CLINICIAN);
    assertThat(next(decision).active().orElseThrow().reviewDueOn()).isEqualTo(MONDAY.plusDays(30));
    assertThat(((Applied<TreatmentPlan, RecordsEvent>) decision).events())
        .singleElement()
        .isInstanceOfSatisfying(
            TreatmentPlanActivated.class,
            event -> {
              assertThat(event.prescribed().getFirst().minutesPerWeek()).isEqualTo(270);
              assertThat(event.goals().getFirst().measure()).isEqualTo("PHQ-9");
            });
  }

  @Test
  void refusesAPlanWithoutACompletedAssessment() {
    assertThat(rule(begin(new Ground(false, true, false)))).isEqualTo("assessment-before-plan");
  }

  @Test
  void refusesASecondPlanInAnEpisodeAndOneOutsideAnEpisode() {
    assertThat(rule(begin(new Ground(true, true, true)))).isEqualTo("one-plan-per-episode");
    assertThat(rule(begin(new Ground(true, false, false)))).isEqualTo("episode-is-open");
  }

  @Test
  void refusesToActivateEarlyAndListsWhoIsMissing() {
    var plan = next(sign(draft(), Signatory.CLINICIAN));
    var decision = plan.decide(new Activate(PATIENT, NOON, WITH_PHYSICIAN, MONDAY));
    assertThat(rule(decision)).isEqualTo("plan-signatures-complete");
    assertThat(decision.toString()).contains("PATIENT").contains("PHYSICIAN");
  }

  @Test
  void theSamePersonSignsOnce() {
    var once = next(sign(draft(), Signatory.CLINICIAN));
    assertThat(rule(sign(once, Signatory.CLINICIAN))).isEqualTo("each-person-signs-once");
  }

  @Test
  void anEditInvalidatesEveryName() {
    var once = next(sign(draft(), Signatory.CLINICIAN));
    var edited = next(once.decide(new Edit(THERAPIST, content(), LIMITS)));
    assertThat(edited.draft().orElseThrow().signatures().signatures()).isEmpty();
  }

  @Test
  void refusesASignatureUnderATextThatChanged() {
    var stale = signature(draft(), PATIENT, Signatory.PATIENT);
    var other = content(goal("I want to work again", MONDAY.plusDays(60)));
    var edited = next(draft().decide(new Edit(THERAPIST, other, LIMITS)));
    assertThat(rule(edited.decide(new Sign(stale, LIMITS, MONDAY))))
        .isEqualTo("signer-saw-this-text");
  }

  @Test
  void aRecordedRefusalStandsInForThePatient() {
    var once = next(sign(draft(), Signatory.CLINICIAN));
    assertThat(next(once.decide(refusal(once, 2, new UUID(1, 9)))).active()).isPresent();
    assertThat(rule(once.decide(refusal(once, 0, new UUID(1, 9)))))
        .isEqualTo("refusal-names-attempts");
    assertThat(rule(once.decide(refusal(once, 1, THERAPIST.value()))))
        .isEqualTo("refusal-has-a-witness");
  }

  @Test
  void aGuardianMaySignForThePatient() {
    var once = next(sign(draft(), Signatory.GUARDIAN));
    assertThat(next(sign(once, Signatory.CLINICIAN)).active()).isPresent();
  }

  @Test
  void nobodySignsAPlanWithGaps() {
    var gappy = draft(content(goal(" ", MONDAY)), LIMITS);
    assertThat(rule(sign(gappy, Signatory.PATIENT))).isEqualTo("goal-in-patient-words");
  }

  @Test
  void aRevisionLeavesTheOldVersionInForceUntilTheNewOneIsSigned() {
    var other = content(goal("I want to work again", MONDAY.plusDays(60)));
    var revised = next(active().decide(new Edit(THERAPIST, other, LIMITS)));
    assertThat(revised.active().orElseThrow().number()).isEqualTo(1);
    var signed = next(sign(next(sign(revised, Signatory.PATIENT)), Signatory.CLINICIAN));
    assertThat(signed.active().orElseThrow().number()).isEqualTo(2);
    assertThat(signed.past()).singleElement().extracting(ActivePlan::number).isEqualTo(1);
  }

  @Test
  void aReviewMovesTheClockAndCoversEveryGoal() {
    var late = MONDAY.plusDays(29);
    var review = review(List.of(new GoalProgress(GOAL, Progress.IMPROVING)));
    var next = next(active().decide(new Review(review, LIMITS, late)));
    assertThat(next.active().orElseThrow().reviewDueOn()).isEqualTo(late.plusDays(30));
    assertThat(rule(active().decide(new Review(review(List.of()), LIMITS, late))))
        .isEqualTo("review-covers-every-goal");
  }

  @Test
  void refusesAReviewBeforeActivation() {
    assertThat(rule(draft().decide(new Review(review(List.of()), LIMITS, MONDAY))))
        .isEqualTo("plan-is-active");
  }

  @Test
  void nothingFollowsTheEndOfTheEpisode() {
    var closed = next(active().decide(new Close(NOON)));
    assertThat(rule(closed.decide(new Edit(THERAPIST, content(), LIMITS))))
        .isEqualTo("plan-is-open");
  }

  private static PlanReview review(List<GoalProgress> progress) {
    return new PlanReview(THERAPIST, NOON, Outcome.CONTINUE, progress, "goes well");
  }

  private static RecordRefusal refusal(TreatmentPlan plan, int attempts, UUID witness) {
    var refusal =
        new Refusal(Refusal.Reason.DECLINED, "not now", attempts, witness, THERAPIST.value(), NOON);
    return new RecordRefusal(refusal, plan.draft().orElseThrow().hash(), LIMITS, MONDAY);
  }

  private static Decision<TreatmentPlan, RecordsEvent> begin(Ground ground) {
    return TreatmentPlan.begin(
        new PlanId(new UUID(4, 1)),
        new PatientId(PATIENT),
        new EpisodeId(new UUID(7, 1)),
        0,
        content(),
        ground,
        LIMITS);
  }

  @Test
  void differenceNamesThePlacesThatChanged() {
    var other = content(goal("I want to work again", MONDAY.plusDays(60)));
    assertThat(PlanDifference.between(content(), other))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.where()).endsWith(GOAL.value() + "/patientWords");
              assertThat(change.after()).isEqualTo(Optional.of("I want to work again"));
            });
  }
}
