package org.daybridge.medication.safety;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Severity;

/** Some drugs may only be raised slowly, and start anew after a gap. */
final class TitrationRules implements RuleCatalogue {

  /** Days missed from which the titration starts anew, with the rule that says so. */
  private record Gap(String rule, int days) {}

  private static final Map<String, Gap> GAPS =
      Map.of("lamotrigine", new Gap("PF-28", 6), "clozapine", new Gap("PF-29", 2));

  @Override
  public void check(Situation situation, Findings findings) {
    for (var taken : situation.current()) {
      tooFast(taken, situation, findings);
      restartAfterAGap(taken, situation, findings);
    }
  }

  /** The daily dose lies over the step of the titration that this day of treatment belongs to. */
  private void tooFast(Taken taken, Situation situation, Findings findings) {
    var dose = taken.entry().doseMgPerDay();
    if (dose == null || !isEarly(taken, situation)) {
      return;
    }
    var context = context(taken.drug(), situation);
    long day = taken.entry().treatmentDay(situation.asOf());
    situation.knowledge().titrationOf(taken.drug()).stream()
        .filter(step -> step.context().equals(context) && step.covers(day))
        .filter(step -> dose > step.maxMilligrams())
        .forEach(
            step ->
                findings.alert(
                    AlertType.TITRATION,
                    Severity.MAJOR,
                    List.of(taken.drug()),
                    step.id(),
                    "%s %s mg on day %d is faster than the titration allows (%s mg)."
                        .formatted(
                            taken.drug().label(),
                            DoseRules.plain(dose),
                            day,
                            DoseRules.plain(step.maxMilligrams())),
                    "Go back to %s mg a day until day %d."
                        .formatted(DoseRules.plain(step.maxMilligrams()), step.toDay()),
                    step.evidence()));
  }

  /** Known to have begun lately, or proposed while nothing of it is taken. */
  private static boolean isEarly(Taken taken, Situation situation) {
    return taken.proposed()
        ? situation.isStarting(taken.drug()) && !wasTakenLately(taken, situation)
        : taken.entry().start() != null;
  }

  private static boolean wasTakenLately(Taken taken, Situation situation) {
    return situation.past().stream()
        .filter(past -> past.drug().equals(taken.drug()))
        .map(past -> past.entry().end())
        .anyMatch(end -> end != null && !end.isBefore(situation.asOf().minusDays(2)));
  }

  private static String context(Ingredient drug, Situation situation) {
    if (!drug.name().equals("lamotrigine")) {
      return "alone";
    }
    if (situation.takes("valproate")) {
      return "valproate";
    }
    return situation.takesClass("cyp3a4_strong_inducer") ? "inducer" : "alone";
  }

  /**
   * Lamotrigine after more than five missed days, clozapine after two, start from the first step.
   */
  private void restartAfterAGap(Taken taken, Situation situation, Findings findings) {
    var gap = GAPS.get(taken.name());
    var last = taken.entry().lastTaken();
    if (gap == null || last == null) {
      return;
    }
    long missed = ChronoUnit.DAYS.between(last, situation.asOf());
    if (missed >= gap.days()) {
      var rule = situation.knowledge().factor(gap.rule());
      findings.factor(
          rule,
          List.of(taken.drug()),
          "%s was last taken %d days ago: %s."
              .formatted(taken.drug().label(), missed, rule.because()));
    }
  }
}
