package org.daybridge.medication.safety;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.LabBand;
import org.daybridge.medication.knowledge.MonitoringItem;
import org.daybridge.medication.knowledge.Severity;
import org.jspecify.annotations.Nullable;

/** Results that ask for action, and results that are due. */
final class LabRules implements RuleCatalogue {

  @Override
  public void check(Situation situation, Findings findings) {
    situation.knowledge().tables().labBands().forEach(band -> critical(band, situation, findings));
    due(situation, findings);
  }

  /** The newest result of a test lies in a range that asks for action while the drug is taken. */
  private void critical(LabBand band, Situation situation, Findings findings) {
    var drugs = situation.drugs(band.drugs());
    if (drugs.isEmpty() || !band.concerns(situation.conditions())) {
      return;
    }
    var lab = situation.latest(band.test());
    if (lab.isEmpty() || lab.get().value() == null) {
      return;
    }
    var value =
        situation.knowledge().tables().units().in(band.unit(), lab.get().value(), lab.get().unit());
    if (value.isEmpty() || isImplausible(band, lab.get().unit(), lab.get().value(), situation)) {
      findings.lacks(
          drugs,
          band.id(),
          "The unit of %s is not stated or not known; the rule needs %s."
              .formatted(band.test().name(), band.unit()));
    } else if (band.holds(value.getAsDouble())) {
      for (var drug : drugs) {
        report(band, value.getAsDouble(), drug, situation, findings);
      }
    }
  }

  private static void report(
      LabBand band, double value, Ingredient drug, Situation situation, Findings findings) {
    if (band.id().startsWith("clozapine_anc") && situation.isStarting(drug)) {
      return; // PF-18 speaks: the drug is not started at all
    }
    findings.alert(
        AlertType.LAB_CRITICAL,
        band.severity(),
        List.of(drug),
        band.id(),
        "%s: %s (%s %s %s)."
            .formatted(
                drug.label(),
                band.because(),
                band.test().name(),
                DoseRules.plain(value),
                band.unit()),
        band.advice() + ".",
        band.evidence());
  }

  private static boolean isImplausible(
      LabBand band, @Nullable String unit, double value, Situation situation) {
    return (unit == null || unit.isBlank())
        && situation.knowledge().tables().measures().stream()
            .filter(measure -> measure.test().loincs().equals(band.test().loincs()))
            .anyMatch(measure -> !measure.plausibleWithoutUnit(value));
  }

  /**
   * Tests that a drug asks for and that are missing or too old, one alert for each drug and rule.
   */
  private void due(Situation situation, Findings findings) {
    for (var drug : situation.current().stream().map(Taken::drug).distinct().toList()) {
      var rules =
          situation.knowledge().tables().monitoring().stream()
              .filter(item -> item.drugs().matches(drug))
              .filter(item -> MonitoringSchedule.isDue(item, drug, situation))
              .collect(groupingBy(MonitoringItem::rule, LinkedHashMap::new, Collectors.toList()));
      rules.forEach((rule, items) -> due(rule, items, drug, findings));
    }
  }

  private static void due(
      String rule, List<MonitoringItem> items, Ingredient drug, Findings findings) {
    var tests = new ArrayList<String>();
    items.forEach(item -> tests.add(item.test().name()));
    var severity =
        items.stream().map(MonitoringItem::severity).min(Severity::compareTo).orElseThrow();
    findings.alert(
        AlertType.LAB_DUE,
        severity,
        List.of(drug),
        rule,
        drug.label() + ": due now: " + String.join(", ", tests) + ".",
        "Order or enter: " + String.join(", ", tests) + ".",
        items.getFirst().evidence());
  }
}
