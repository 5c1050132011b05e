package org.daybridge.records.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.kit.decision.Decision.Refused;
import org.daybridge.records.plan.PlanCommand.Sign;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.Signature;
import org.daybridge.records.signing.Signature.Means;

/** A plan with one problem, one goal, one objective and one weekly group. */
final class PlanFixture {

  static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
  static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
  static final UUID PATIENT = new UUID(6, 1);
  static final StaffId THERAPIST = new StaffId(new UUID(1, 1));
  static final GoalId GOAL = new GoalId(new UUID(3, 1));
  static final PlanLimits LIMITS =
      new PlanLimits(Set.of(Signatory.PATIENT, Signatory.CLINICIAN), 30, "test");
  static final PlanLimits WITH_PHYSICIAN =
      new PlanLimits(
          Set.of(Signatory.PATIENT, Signatory.CLINICIAN, Signatory.PHYSICIAN), 30, "test");

  private PlanFixture() {}

  static PlanContent content() {
    return content(goal("I want to sleep through the night", MONDAY.plusDays(60)));
  }

  static PlanContent content(Goal... goals) {
    return new PlanContent(
        MONDAY,
        List.of(new Problem("insomnia with depression", Optional.of("F32.1"), List.of(goals))),
        List.of("asks for help"),
        List.of("evenings"),
        List.of("works shifts"),
        List.of(new ModalityMix(Modality.GROUP, 90, 540, ModalityMix.Preference.ACCEPTED)));
  }

  static Goal goal(String words, LocalDate due) {
    var group = new Intervention(Modality.GROUP, "CBT-I group", 3, 90, 8, THERAPIST, "CBT-I");
    return new Goal(
        GOAL,
        words,
        "PHQ-9",
        Optional.of(BigDecimal.valueOf(16)),
        Optional.of(BigDecimal.valueOf(9)),
        due,
        List.of(new Objective("keep a sleep diary", due, List.of(group))));
  }

  static TreatmentPlan draft() {
    return draft(content(), LIMITS);
  }

  static TreatmentPlan draft(PlanContent content, PlanLimits limits) {
    return next(
        TreatmentPlan.begin(
            new PlanId(new UUID(4, 1)),
            new PatientId(PATIENT),
            new EpisodeId(new UUID(7, 1)),
            0,
            content,
            new TreatmentPlan.Ground(true, true, false),
            limits));
  }

  static Decision<TreatmentPlan, RecordsEvent> sign(TreatmentPlan plan, Signatory as) {
    var person = as == Signatory.PATIENT ? PATIENT : new UUID(1, as.ordinal());
    return plan.decide(new Sign(signature(plan, person, as), LIMITS, MONDAY));
  }

  static Signature signature(TreatmentPlan plan, UUID person, Signatory as) {
    return new Signature(
        person, as, List.of("x"), NOON, Means.ELECTRONIC, plan.draft().orElseThrow().hash());
  }

  static TreatmentPlan active() {
    return next(sign(next(sign(draft(), Signatory.PATIENT)), Signatory.CLINICIAN));
  }

  static TreatmentPlan next(Decision<TreatmentPlan, RecordsEvent> decision) {
    return ((Applied<TreatmentPlan, RecordsEvent>) decision).next();
  }

  static String rule(Decision<TreatmentPlan, RecordsEvent> decision) {
    return ((Refused<TreatmentPlan, RecordsEvent>) decision).rule();
  }
}
