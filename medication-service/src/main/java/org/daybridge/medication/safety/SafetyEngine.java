package org.daybridge.medication.safety;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.MonitoringItem;

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

  /** Every test that the present treatment asks for, those that are due first. */
  public List<DueItem> dueItems(SafetyCheck check) {
    var situation = new Understanding(knowledge).of(check);
    var items = new ArrayList<DueItem>();
    for (var drug : situation.current().stream().map(Taken::drug).distinct().toList()) {
      for (var item : knowledge.tables().monitoring()) {
        if (item.drugs().matches(drug)) {
          MonitoringSchedule.dueOn(item, drug, situation)
              .map(day -> dueItem(item, drug, day, situation))
              .ifPresent(items::add);
        }
      }
    }
    items.sort(
        Comparator.comparing(DueItem::dueOn)
            .thenComparing(DueItem::drug)
            .thenComparing(DueItem::test));
    return items;
  }

  private static DueItem dueItem(
      MonitoringItem item, Ingredient drug, LocalDate day, Situation situation) {
    return new DueItem(
        drug.label(),
        item.rule(),
        item.test().name(),
        List.copyOf(item.test().loincs()),
        MonitoringSchedule.lastResult(item, situation),
        day,
        item.evidence().status());
  }

  public Knowledge knowledge() {
    return knowledge;
  }
}
