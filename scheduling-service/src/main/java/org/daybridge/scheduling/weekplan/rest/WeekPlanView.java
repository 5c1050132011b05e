package org.daybridge.scheduling.weekplan.rest;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.scheduling.weekplan.PlanJob;
import org.daybridge.scheduling.weekplan.WeekScore;
import org.jspecify.annotations.Nullable;

/**
 * How far a week plan is. {@code score} is that of the best plan so far: rules broken, care not
 * given, wishes not met, each smaller the better; none before there is a plan.
 */
public record WeekPlanView(
    UUID id,
    String problem,
    PlanJob.State state,
    long seed,
    int seconds,
    double searchedSeconds,
    @Nullable WeekScore score,
    long changesTried,
    Instant createdAt,
    Instant changedAt) {

  static WeekPlanView of(PlanJob job) {
    return new WeekPlanView(
        job.id(),
        job.name(),
        job.state(),
        job.seed(),
        job.seconds(),
        job.searchedMillis() / 1000.0,
        job.score().orElse(null),
        job.moves(),
        job.createdAt(),
        job.changedAt());
  }
}
