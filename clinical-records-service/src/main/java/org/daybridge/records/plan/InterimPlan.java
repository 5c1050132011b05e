package org.daybridge.records.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;

/**
 * What guides care between admission and the first active treatment plan: the standing order of the
 * track, opened by the admission itself. Notes of these days name it; it ends when a plan is active
 * or the episode is over.
 */
public record InterimPlan(
    InterimPlanId id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    Instant openedAt,
    LocalDate planDueOn,
    Optional<Instant> endedAt) {

  /** The plan is due so many days after the day of admission, in the site's zone (ST-KS). */
  public static InterimPlan open(
      InterimPlanId id,
      PatientId patient,
      EpisodeId episode,
      int labels,
      Instant admittedAt,
      LocalDate admittedOn,
      int planDueDays) {
    return new InterimPlan(
        id,
        patient,
        episode,
        labels,
        admittedAt,
        admittedOn.plusDays(planDueDays),
        Optional.empty());
  }

  public InterimPlan end(Instant at) {
    return endedAt.isPresent()
        ? this
        : new InterimPlan(id, patient, episode, labels, openedAt, planDueOn, Optional.of(at));
  }
}
