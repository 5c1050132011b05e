package org.daybridge.medication.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Evidence;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.PatientFactor;
import org.daybridge.medication.knowledge.Severity;

/** Collects what the rules say; of several alerts with one cause the most serious stays. */
final class Findings {

  private final Map<String, Alert> byCause = new HashMap<>();
  private final Collection<Remark> partly = new ArrayList<>();
  private final Collection<Remark> eased = new ArrayList<>();

  void alert(Alert alert) {
    byCause.merge(
        alert.cause(), alert, (one, other) -> Alert.RANK.compare(one, other) <= 0 ? one : other);
  }

  void alert(
      AlertType type,
      Severity severity,
      List<Ingredient> drugs,
      String ruleId,
      String message,
      String action,
      Evidence evidence) {
    alert(new Alert(type, severity, labels(drugs), ruleId, message, action, evidence));
  }

  void factor(PatientFactor rule, List<Ingredient> drugs, String message) {
    alert(rule.type(), rule.severity(), drugs, rule.id(), message, rule.advice(), rule.evidence());
  }

  void lacks(List<Ingredient> drugs, String ruleId, String because) {
    partly.add(new Remark(labels(drugs), ruleId, because));
  }

  void eases(List<Ingredient> drugs, String ruleId, String because) {
    eased.add(new Remark(labels(drugs), ruleId, because));
  }

  List<Alert> ranked() {
    return byCause.values().stream().sorted(Alert.RANK).toList();
  }

  List<Remark> lacking() {
    return sorted(partly);
  }

  List<Remark> easing() {
    return sorted(eased);
  }

  private static List<Remark> sorted(Collection<Remark> remarks) {
    return remarks.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Remark::ruleId)
                .thenComparing(remark -> String.join(",", remark.drugs()))
                .thenComparing(Remark::because))
        .toList();
  }

  static List<String> labels(List<Ingredient> drugs) {
    var labels = new TreeSet<String>();
    drugs.forEach(drug -> labels.add(drug.label()));
    return List.copyOf(labels);
  }
}
