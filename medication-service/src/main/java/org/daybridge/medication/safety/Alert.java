package org.daybridge.medication.safety;

import java.util.Comparator;
import java.util.List;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Evidence;
import org.daybridge.medication.knowledge.Severity;

/** One finding: what speaks against which drugs, by which rule and source, and what to do. */
public record Alert(
    AlertType type,
    Severity severity,
    List<String> drugs,
    String ruleId,
    String message,
    String action,
    Evidence evidence) {

  /** The worst first, then by type, drugs and rule: the order of the question never shows. */
  static final Comparator<Alert> RANK =
      Comparator.comparing(Alert::severity)
          .thenComparing(Alert::type)
          .thenComparing(alert -> String.join(",", alert.drugs()))
          .thenComparing(Alert::ruleId)
          .thenComparing(Alert::message);

  /** Alerts of one cause are one alert. */
  String cause() {
    return switch (type) {
      case DDI -> type + ":" + String.join(",", drugs);
      case ALLERGY -> type + ":" + String.join(",", drugs);
      case DUPLICATE, MAX_DOSE, WASHOUT, TITRATION, LAB_CRITICAL ->
          type + ":" + String.join(",", drugs) + ":" + family();
      case OPIOID_FREE,
          ALCOHOL_FREE,
          PREGNANCY,
          CONDITION,
          OTP_ONLY,
          CONTROLLED_REFILL,
          AGE,
          NALOXONE,
          PDMP_DUE,
          LAB_DUE ->
          type + ":" + String.join(",", drugs) + ":" + ruleId;
    };
  }

  /** Several limits of one drug are one cause; so are several bands of one laboratory test. */
  private String family() {
    return type == AlertType.MAX_DOSE ? "" : ruleId;
  }

  public boolean concerns(String drug) {
    return drugs.contains(drug);
  }
}
