package org.daybridge.medication.safety;

import java.util.List;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Evidence;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Selector;
import org.daybridge.medication.knowledge.Severity;
import org.daybridge.medication.safety.Situation.KnownAllergy;

/** A recorded allergy speaks against the drug itself and against those that cross-react. */
final class AllergyRules implements RuleCatalogue {

  private static final String RULE = "PF-27";

  @Override
  public void check(Situation situation, Findings findings) {
    for (var allergy : situation.allergies()) {
      for (var drug : situation.current().stream().map(Taken::drug).distinct().toList()) {
        toTheDrugItself(allergy, drug, situation, findings);
        toARelatedDrug(allergy, drug, situation, findings);
      }
    }
  }

  /** An allergy to the ingredient or to its group is a bar; an intolerance is a reason to think. */
  private void toTheDrugItself(
      KnownAllergy allergy, Ingredient drug, Situation situation, Findings findings) {
    if (allergy.allergen().matches(drug)) {
      var rule = situation.knowledge().factor(RULE);
      alert(
          allergy.intolerance() ? Severity.MODERATE : rule.severity(),
          drug,
          (allergy.intolerance() ? "An intolerance to " : "An allergy to ")
              + allergy.label()
              + " is recorded.",
          rule.evidence(),
          findings);
    }
  }

  /** Cross-sensitivity, as among the aromatic anticonvulsants. */
  private void toARelatedDrug(
      KnownAllergy allergy, Ingredient drug, Situation situation, Findings findings) {
    if (allergy.intolerance()) {
      return;
    }
    for (var related : situation.knowledge().tables().crossSensitivities()) {
      if (related.drugs().matches(drug)
          && includes(related.allergen(), allergy.allergen(), situation)) {
        alert(
            related.severity(),
            drug,
            "An allergy to " + allergy.label() + " is recorded: " + related.because() + ".",
            related.evidence(),
            findings);
      }
    }
  }

  private static boolean includes(Selector group, Selector allergen, Situation situation) {
    return allergen.classes().stream().anyMatch(group.classes()::contains)
        || allergen.drugs().stream()
            .anyMatch(name -> group.matches(situation.knowledge().ingredient(name)));
  }

  private static void alert(
      Severity severity, Ingredient drug, String message, Evidence evidence, Findings findings) {
    var action =
        severity == Severity.CONTRAINDICATED ? "Do not use." : "Ask what happened, then decide.";
    findings.alert(AlertType.ALLERGY, severity, List.of(drug), RULE, message, action, evidence);
  }
}
