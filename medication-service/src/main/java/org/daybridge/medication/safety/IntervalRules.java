package org.daybridge.medication.safety;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Severity;

/** Opioid-free days before naltrexone, alcohol-free hours before disulfiram. */
final class IntervalRules implements RuleCatalogue {

  private static final String OPIOID_FREE = "PF-23";
  private static final String ALCOHOL_FREE = "PF-24";
  private static final int SURE_DAYS_SHORT = 10;
  private static final int LEAST_DAYS_SHORT = 7;
  private static final int LEAST_DAYS_LONG = 14;
  private static final Duration ALCOHOL_HOURS = Duration.ofHours(12);
  private static final Set<String> LONG_ACTING = Set.of("methadone", "buprenorphine");

  @Override
  public void check(Situation situation, Findings findings) {
    situation.current().stream()
        .map(Taken::drug)
        .distinct()
        .forEach(
            drug -> {
              if (drug.name().equals("naltrexone")) {
                opioidFree(drug, situation, findings);
              } else if (drug.name().equals("disulfiram")) {
                alcoholFree(drug, situation, findings);
              }
            });
  }

  /** Naltrexone: 7 to 10 days after a short-acting opioid, 14 after methadone or buprenorphine. */
  private void opioidFree(Ingredient naltrexone, Situation situation, Findings findings) {
    for (var past : situation.past()) {
      var end = past.entry().end();
      if (end != null && past.drug().is("opioid")) {
        tooSoon(naltrexone, end, past.name(), past.drug().label(), situation, findings);
      }
    }
    var patient = situation.patient();
    if (patient.lastOpioidUse() != null) {
      var named = situation.knowledge().byName(patient.lastOpioid());
      tooSoon(
          naltrexone,
          patient.lastOpioidUse(),
          named.map(Ingredient::name).orElse(""),
          named.map(Ingredient::label).orElse("an opioid"),
          situation,
          findings);
    } else if (situation.isStarting(naltrexone)) {
      findings.lacks(
          List.of(naltrexone), OPIOID_FREE, "The day of the last opioid use is not stated.");
    }
  }

  private void tooSoon(
      Ingredient naltrexone,
      LocalDate last,
      String opioid,
      String label,
      Situation situation,
      Findings findings) {
    long days = ChronoUnit.DAYS.between(last, situation.asOf());
    boolean isLong = LONG_ACTING.contains(opioid);
    if (days < (isLong ? LEAST_DAYS_LONG : SURE_DAYS_SHORT)) {
      var rule = situation.knowledge().factor(OPIOID_FREE);
      var severity = isLong || days < LEAST_DAYS_SHORT ? rule.severity() : Severity.MAJOR;
      findings.alert(
          AlertType.OPIOID_FREE,
          severity,
          List.of(naltrexone),
          OPIOID_FREE,
          "The last use of %s was %d days ago: %s.".formatted(label, days, rule.because()),
          rule.advice() + ".",
          rule.evidence());
    } else if (opioid.isEmpty() && days < LEAST_DAYS_LONG) {
      findings.lacks(
          List.of(naltrexone),
          OPIOID_FREE,
          "Which opioid was used is not stated: after methadone or buprenorphine 14 days are needed.");
    }
  }

  /** Disulfiram: at least 12 hours after the last alcohol. */
  private void alcoholFree(Ingredient disulfiram, Situation situation, Findings findings) {
    var last = situation.patient().lastAlcohol();
    if (last == null) {
      if (situation.isStarting(disulfiram)) {
        findings.lacks(
            List.of(disulfiram), ALCOHOL_FREE, "The time of the last alcohol is not stated.");
      }
      return;
    }
    var since = Duration.between(last, situation.now());
    if (since.compareTo(ALCOHOL_HOURS) < 0) {
      var rule = situation.knowledge().factor(ALCOHOL_FREE);
      findings.factor(
          rule,
          List.of(disulfiram),
          "Fewer than 12 hours have passed since the last alcohol: " + rule.because() + ".");
    }
  }
}
