package org.daybridge.medication.safety;

import java.util.List;
import java.util.Set;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.PatientFactor;

/** Drugs that do not go with an age, a pregnancy, a condition or a measured value of the person. */
final class PatientRules implements RuleCatalogue {

  private static final Set<AlertType> BY_COLUMNS =
      Set.of(AlertType.AGE, AlertType.PREGNANCY, AlertType.CONDITION);
  private static final double BENIGN_ETHNIC_LIMIT = 1000;

  @Override
  public void check(Situation situation, Findings findings) {
    for (var rule : situation.knowledge().tables().factors()) {
      if (BY_COLUMNS.contains(rule.type())) {
        situation.drugs(rule.drugs()).forEach(drug -> check(rule, drug, situation, findings));
      }
    }
  }

  private void check(PatientFactor rule, Ingredient drug, Situation situation, Findings findings) {
    if (rule.startingOnly() && !situation.isStarting(drug)) {
      return;
    }
    boolean holds =
        age(rule, drug, situation, findings)
            && situation.conditions().containsAll(rule.requires())
            && pregnancy(rule, drug, situation, findings)
            && conditionOrValue(rule, situation);
    if (holds) {
      findings.factor(rule, List.of(drug), drug.label() + ": " + rule.because() + ".");
    }
  }

  /** The age lies in the rule's range; an unknown age is named. */
  private boolean age(PatientFactor rule, Ingredient drug, Situation situation, Findings findings) {
    if (rule.ageBelow() == null && rule.ageFrom() == null) {
      return true;
    }
    var age = situation.patient().age();
    if (age == null) {
      if (situation.conditions().containsAll(rule.requires())) {
        findings.lacks(List.of(drug), rule.id(), "The age is not stated.");
      }
      return false;
    }
    return (rule.ageBelow() == null || age < rule.ageBelow())
        && (rule.ageFrom() == null || age >= rule.ageFrom());
  }

  /** Pregnant, in the first trimester, or able to become pregnant without contraception. */
  private boolean pregnancy(
      PatientFactor rule, Ingredient drug, Situation situation, Findings findings) {
    var stage = rule.pregnancy();
    if (stage == null) {
      return true;
    }
    var patient = situation.patient();
    return switch (stage) {
      case PREGNANT -> patient.isPregnant();
      case FIRST_TRIMESTER ->
          patient.isPregnant() && (patient.trimester() == null || patient.trimester() == 1);
      case POSSIBLE -> {
        if (patient.sex() == null && patient.pregnant() == null) {
          findings.lacks(List.of(drug), rule.id(), "Whether pregnancy is possible is not stated.");
        }
        yield isPossible(patient);
      }
    };
  }

  private static boolean isPossible(PatientFacts patient) {
    return patient.isPregnant()
        || (patient.couldBecomePregnant() && !Boolean.TRUE.equals(patient.contraception()));
  }

  /** One of the named conditions is present, or the measured value crosses the limit. */
  private boolean conditionOrValue(PatientFactor rule, Situation situation) {
    if (rule.anyOf().isEmpty() && rule.threshold() == null) {
      return true;
    }
    return situation.hasAny(rule.anyOf()) || crosses(rule, situation);
  }

  private static boolean crosses(PatientFactor rule, Situation situation) {
    var threshold = rule.threshold();
    if (threshold == null) {
      return false;
    }
    var value = situation.measured(threshold.measure());
    boolean ownBaseline =
        threshold.measure().equals("anc")
            && situation.conditions().contains("benign-ethnic-neutropenia");
    return value.isPresent()
        && (ownBaseline
            ? value.getAsDouble() < BENIGN_ETHNIC_LIMIT
            : threshold.crossedBy(value.getAsDouble()));
  }
}
