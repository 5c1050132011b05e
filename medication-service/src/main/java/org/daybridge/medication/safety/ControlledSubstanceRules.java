package org.daybridge.medication.safety;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Schedule;
import org.jspecify.annotations.Nullable;

/** What the law and overdose prevention ask for when a controlled substance is on the list. */
final class ControlledSubstanceRules implements RuleCatalogue {

  private static final int MOST_REFILLS = 5;
  private static final int MOST_MONTHS = 6;
  private static final int PDMP_INTERVAL_DAYS = 90;
  private static final Set<String> TREATMENT_PROGRAM =
      Set.of("otp", "opioid treatment program", "opioid-treatment-program");

  @Override
  public void check(Situation situation, Findings findings) {
    for (var taken : situation.current()) {
      refills(taken, situation, findings);
      onlyFromATreatmentProgram(taken, situation, findings);
    }
    monitoringProgram(situation, findings);
    naloxone(situation, findings);
  }

  /** Schedule II: no refills. Schedule III and IV: five refills, within six months of writing. */
  private void refills(Taken taken, Situation situation, Findings findings) {
    var schedule = taken.drug().schedule();
    int refills = taken.entry().refills() == null ? 0 : taken.entry().refills();
    if (schedule == Schedule.C_II && refills > 0) {
      refill("PF-32", taken.drug(), situation, findings);
    } else if ((schedule == Schedule.C_III || schedule == Schedule.C_IV)
        && (refills > MOST_REFILLS || (refills > 0 && runsTooLong(taken)))) {
      refill("PF-33", taken.drug(), situation, findings);
    }
  }

  private static boolean runsTooLong(Taken taken) {
    var start = taken.entry().start();
    var end = taken.entry().end();
    return taken.proposed()
        && start != null
        && end != null
        && end.isAfter(start.plusMonths(MOST_MONTHS));
  }

  private static void refill(String id, Ingredient drug, Situation situation, Findings findings) {
    var rule = situation.knowledge().factor(id);
    findings.factor(rule, List.of(drug), drug.label() + ": " + rule.because() + ".");
  }

  /** Methadone for opioid use disorder is dispensed by an opioid treatment program only. */
  private void onlyFromATreatmentProgram(Taken taken, Situation situation, Findings findings) {
    var rule = situation.knowledge().factor("PF-26");
    if (!rule.drugs().matches(taken.drug())
        || isProgram(situation.patient().setting())
        || isProgram(taken.entry().dispensedBy())) {
      return;
    }
    var indication = taken.entry().indication();
    if (indication == null && !situation.conditions().contains("opioid-use-disorder")) {
      findings.lacks(List.of(taken.drug()), rule.id(), "The indication is not stated.");
    } else if (indication == null || isOpioidUseDisorder(indication)) {
      findings.factor(rule, List.of(taken.drug()), rule.because() + ".");
    }
  }

  private static boolean isProgram(@Nullable String text) {
    return text != null && TREATMENT_PROGRAM.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean isOpioidUseDisorder(String indication) {
    var plain = indication.strip().toLowerCase(Locale.ROOT);
    return plain.startsWith("f11")
        || plain.equals("oud")
        || plain.contains("opioid use disorder")
        || plain.contains("opioid dependence")
        || plain.contains("opioid addiction");
  }

  /** A query of the monitoring program within the interval, for every controlled substance. */
  private void monitoringProgram(Situation situation, Findings findings) {
    var controlled =
        situation.current().stream()
            .map(Taken::drug)
            .filter(drug -> drug.schedule() != null)
            .distinct()
            .toList();
    var oldest = situation.asOf().minusDays(PDMP_INTERVAL_DAYS);
    boolean queried =
        situation.patient().pdmpQueries().stream()
            .anyMatch(day -> !day.isBefore(oldest) && !day.isAfter(situation.asOf()));
    if (!controlled.isEmpty() && !queried) {
      var rule = situation.knowledge().factor("PF-34");
      findings.factor(rule, controlled, rule.because() + " (" + PDMP_INTERVAL_DAYS + " days).");
    }
  }

  /** Naloxone beside an opioid, and beside a benzodiazepine after opioid use. */
  private void naloxone(Situation situation, Findings findings) {
    var rule = situation.knowledge().factor("PF-35");
    var atRisk =
        situation.current().stream()
            .map(Taken::drug)
            .filter(
                drug ->
                    drug.is("opioid") || (drug.is("benzodiazepine") && hasOpioidHistory(situation)))
            .distinct()
            .toList();
    if (atRisk.isEmpty()) {
      return;
    }
    if (situation.takes("naloxone")) {
      findings.eases(atRisk, rule.id(), "Naloxone is on the list.");
    } else {
      findings.factor(rule, atRisk, rule.because() + ".");
    }
  }

  private static boolean hasOpioidHistory(Situation situation) {
    return situation.patient().lastOpioidUse() != null
        || situation.conditions().contains("opioid-history")
        || situation.conditions().contains("opioid-use-disorder")
        || situation.past().stream().anyMatch(past -> past.drug().is("opioid"));
  }
}
