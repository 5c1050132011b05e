package org.daybridge.medication.safety;

import java.util.List;
import org.daybridge.medication.knowledge.Knowledge;

/** Runs every rule family over one situation. Pure: the same question gives the same answer. */
public final class SafetyEngine {

  private static final List<RuleCatalogue> CATALOGUES =
      List.of(
          new InteractionRules(),
          new AllergyRules(),
          new WashoutRules(),
          new IntervalRules(),
          new PatientRules(),
          new DoseRules(),
          new TitrationRules(),
          new ControlledSubstanceRules(),
          new DuplicateRules(),
          new LabRules());

  private final Knowledge knowledge;

  public SafetyEngine(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  public SafetyAnswer check(SafetyCheck check) {
    var understanding = new Understanding(knowledge);
    var situation = understanding.of(check);
    var findings = new Findings();
    CATALOGUES.forEach(catalogue -> catalogue.check(situation, findings));
    return new SafetyAnswer(
        findings.ranked(),
        understanding.unchecked(),
        findings.lacking(),
        findings.easing(),
        understanding.inferred(),
        knowledge.edition());
  }

  public Knowledge knowledge() {
    return knowledge;
  }
}
