package org.daybridge.medication.titration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.TitrationStep;
import org.daybridge.medication.titration.DoseSchedule.Kind;
import org.daybridge.medication.titration.DoseSchedule.Step;

/** Makes schedules that are slow enough. Where the label gives steps they are followed. */
public final class ScheduleRules {
  private static final int WEEK = 7;
  private static final int TAPER_STEP_DAYS = 14;
  private static final double TAPER_SHARE = 0.10;
  private static final double TAPER_END = 0.10;
  private static final int MOST_STEPS = 60;

  private ScheduleRules() {}

  /**
   * A titration by the label's steps (lamotrigine, clozapine), else by weekly halves of the usual
   * dose.
   */
  public static DoseSchedule titration(
      Knowledge knowledge, Ingredient drug, String context, double target, LocalDate start) {
    var labeled =
        knowledge.titrationOf(drug).stream()
            .filter(step -> step.context().equals(context))
            .toList();
    return labeled.isEmpty() ? byWeeks(drug, target, start) : byLabel(drug, labeled, target, start);
  }

  private static DoseSchedule byLabel(
      Ingredient drug, List<TitrationStep> labeled, double target, LocalDate start) {
    var steps = new ArrayList<Step>();
    for (var row : labeled) {
      double dose = Math.min(row.maxMilligrams(), target);
      steps.add(
          new Step(
              steps.size() + 1,
              start.plusDays(row.fromDay() - 1L),
              start.plusDays(row.toDay() - 1L),
              dose));
    }
    var last = steps.getLast();
    if (last.mgPerDay() < target) {
      steps.add(
          new Step(steps.size() + 1, last.to().plusDays(1), last.to().plusDays(WEEK), target));
    }
    return new DoseSchedule(
        drug.label(),
        Kind.TITRATION,
        steps,
        sources(labeled),
        labeled.getFirst().evidence().status());
  }

  private static String sources(List<TitrationStep> labeled) {
    return String.join(", ", labeled.getFirst().evidence().sources());
  }

  private static DoseSchedule byWeeks(Ingredient drug, double target, LocalDate start) {
    double first =
        Optional.ofNullable(drug.usual()).map(usual -> usual.low() / 2).orElse(target / 4);
    var steps = new ArrayList<Step>();
    double dose = Math.min(first, target);
    var from = start;
    while (steps.size() < MOST_STEPS) {
      steps.add(new Step(steps.size() + 1, from, from.plusDays(WEEK - 1L), dose));
      if (dose >= target) {
        break;
      }
      from = from.plusDays(WEEK);
      dose = Math.min(dose * 2, target);
    }
    return new DoseSchedule(drug.label(), Kind.TITRATION, steps, "PRACTICE", "label-knowledge");
  }

  /**
   * A taper by a tenth of the present dose every two weeks, the slow end of the joint guideline on
   * benzodiazepines (2025); it ends under a tenth of the first dose.
   */
  public static DoseSchedule taper(Ingredient drug, double present, LocalDate start) {
    var steps = new ArrayList<Step>();
    double dose = present * (1 - TAPER_SHARE);
    var from = start;
    while (dose > present * TAPER_END && steps.size() < MOST_STEPS) {
      steps.add(
          new Step(steps.size() + 1, from, from.plusDays(TAPER_STEP_DAYS - 1L), rounded(dose)));
      from = from.plusDays(TAPER_STEP_DAYS);
      dose -= Math.max(dose * TAPER_SHARE, present * TAPER_SHARE / 2);
    }
    return new DoseSchedule(drug.label(), Kind.TAPER, steps, "PRACTICE", "label-knowledge");
  }

  private static double rounded(double dose) {
    return Math.round(dose * 1000) / 1000.0;
  }
}
