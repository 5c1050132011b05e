package org.daybridge.medication.safety;

/**
 * One family of rules; each method of an implementation is one rule and says it in its first line.
 */
sealed interface RuleCatalogue
    permits AllergyRules,
        ControlledSubstanceRules,
        DoseRules,
        DuplicateRules,
        InteractionRules,
        IntervalRules,
        LabRules,
        PatientRules,
        TitrationRules,
        WashoutRules {

  void check(Situation situation, Findings findings);
}
