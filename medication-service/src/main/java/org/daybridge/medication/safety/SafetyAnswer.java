package org.daybridge.medication.safety;

import java.util.List;
import org.daybridge.medication.knowledge.Edition;
import org.daybridge.medication.knowledge.Severity;

/** The whole answer, ranked; nothing that was stated goes unmentioned if it was not understood. */
public record SafetyAnswer(
    List<Alert> alerts,
    List<Unchecked> unchecked,
    List<Remark> partlyChecked,
    List<Remark> eased,
    List<Inferred> inferred,
    Edition knowledge) {

  public boolean has(Severity severity) {
    return alerts.stream().anyMatch(alert -> alert.severity() == severity);
  }

  /** What concerns one drug, as an order for it needs to know. */
  public List<Alert> about(String drug) {
    return alerts.stream().filter(alert -> alert.concerns(drug)).toList();
  }
}
