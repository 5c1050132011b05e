package org.daybridge.records.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What still keeps a draft from being signed. The list is what surveyors look for (CMS-6, TJC-2,
 * ST-KS); a draft may have gaps, a plan that anybody signs may not.
 */
public final class PlanGaps {

  /** A broken rule and where in the plan it is broken; never the text itself. */
  public record Gap(String rule, String where) {}

  private final PlanContent content;
  private final List<Gap> gaps = new ArrayList<>();

  private PlanGaps(PlanContent content) {
    this.content = content;
  }

  public static List<Gap> of(PlanContent content) {
    var gaps = new PlanGaps(content);
    gaps.wholePlan();
    for (int i = 0; i < content.problems().size(); i++) {
      gaps.problem(content.problems().get(i), "problem " + (i + 1));
    }
    gaps.mix();
    return List.copyOf(gaps.gaps);
  }

  /**
   * A plan names a problem, the patient's strengths and preferences, and what may get in the way.
   */
  private void wholePlan() {
    gapWhen(content.problems().isEmpty(), "plan-names-a-problem", "plan");
    gapWhen(blank(content.strengths()), "plan-names-strengths", "strengths");
    gapWhen(blank(content.preferences()), "plan-names-preferences", "preferences");
    gapWhen(blank(content.barriers()), "plan-names-barriers", "barriers");
  }

  /** Every problem has a goal. */
  private void problem(Problem problem, String where) {
    gapWhen(problem.statement().isBlank(), "plan-names-a-problem", where);
    gapWhen(problem.goals().isEmpty(), "problem-has-a-goal", where);
    for (int i = 0; i < problem.goals().size(); i++) {
      goal(problem.goals().get(i), where + ", goal " + (i + 1));
    }
  }

  /** A goal is in the patient's words, measurable, and due after the plan starts. */
  private void goal(Goal goal, String where) {
    gapWhen(goal.patientWords().isBlank(), "goal-in-patient-words", where);
    gapWhen(!goal.measurable(), "goal-is-measurable", where);
    gapWhen(!after(goal.dueOn()), "goal-due-after-start", where);
    gapWhen(goal.objectives().isEmpty(), "goal-has-an-objective", where);
    for (int i = 0; i < goal.objectives().size(); i++) {
      objective(goal.objectives().get(i), where + ", objective " + (i + 1));
    }
  }

  /** An objective is due after the start, and each of its interventions has a dose. */
  private void objective(Objective objective, String where) {
    gapWhen(objective.text().isBlank(), "goal-has-an-objective", where);
    gapWhen(!after(objective.dueOn()), "goal-due-after-start", where);
    gapWhen(objective.interventions().isEmpty(), "objective-has-an-intervention", where);
    var noDose = objective.interventions().stream().anyMatch(each -> !each.hasDose());
    gapWhen(noDose, "intervention-has-a-dose", where);
  }

  /** The prescribed minutes of each modality stay within the least and most that were agreed. */
  private void mix() {
    var minutes = content.prescribedMinutes();
    for (var agreed : content.mix()) {
      gapWhen(
          !agreed.holds(minutes.getOrDefault(agreed.modality(), 0)),
          "modality-mix-holds",
          agreed.modality().name());
    }
  }

  private boolean after(LocalDate due) {
    return due.isAfter(content.startsOn());
  }

  private static boolean blank(List<String> texts) {
    return texts.stream().allMatch(String::isBlank);
  }

  private void gapWhen(boolean missing, String rule, String where) {
    if (missing) gaps.add(new Gap(rule, where));
  }
}
