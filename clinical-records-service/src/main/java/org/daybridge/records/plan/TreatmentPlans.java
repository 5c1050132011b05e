package org.daybridge.records.plan;

import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.records.signing.Versioned;

/** The treatment plans that the caller can see. */
public interface TreatmentPlans {

  Versioned<TreatmentPlan> require(PlanId id);

  Optional<Versioned<TreatmentPlan>> find(PlanId id);

  /** All plans of the patient, oldest first: one an episode. */
  List<Versioned<TreatmentPlan>> ofPatient(PatientId patient);

  Optional<PlanId> ofGoal(GoalId goal);

  Optional<PlanId> ofEpisode(EpisodeId episode);

  Versioned<TreatmentPlan> add(TreatmentPlan plan);

  Versioned<TreatmentPlan> save(TreatmentPlan plan, int version);

  /** Marks a review that nobody held in time; it stays marked until the next one. */
  void markReviewOverdue(PlanId id);
}
