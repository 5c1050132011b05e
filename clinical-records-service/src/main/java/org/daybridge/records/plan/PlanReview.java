package org.daybridge.records.plan;

import java.time.Instant;
import java.util.List;
import org.daybridge.contract.scheduling.StaffId;

/** One look at whether the plan works, goal by goal, and what follows from it. */
public record PlanReview(
    StaffId by, Instant at, Outcome decision, List<GoalProgress> progress, String summary) {

  public enum Outcome {
    CONTINUE,
    REVISE,
    STEP_UP,
    STEP_DOWN
  }

  public enum Progress {
    ACHIEVED,
    IMPROVING,
    UNCHANGED,
    WORSENING
  }

  public record GoalProgress(GoalId goal, Progress progress) {}

  public PlanReview {
    progress = List.copyOf(progress);
  }

  @Override
  public String toString() {
    return "PlanReview[" + decision + ", by=" + by + ", at=" + at + "]";
  }
}
