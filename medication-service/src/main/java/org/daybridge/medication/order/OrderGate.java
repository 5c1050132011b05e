package org.daybridge.medication.order;

import java.util.List;
import java.util.Set;
import org.daybridge.contract.medication.MedicationEvent;
import org.daybridge.kit.decision.Decision;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Severity;
import org.daybridge.medication.safety.Alert;
import org.daybridge.medication.safety.SafetyAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Lets an order through, or stops it: contraindications stop, major alerts ask for a coded reason,
 * the rest is shown. What the law forbids no reason lifts. What could not be checked is said to be
 * known, never passed in silence. The same gate stands before every order, titration and renewal.
 */
public record OrderGate(
    boolean asksForSecondPrescriber, boolean acknowledgesUnchecked, Set<String> agreedRules) {

  private static final Set<AlertType> LAW = Set.of(AlertType.CONTROLLED_REFILL, AlertType.OTP_ONLY);
  private static final Set<String> USE_DISORDER_TREATMENT =
      Set.of("buprenorphine", "methadone", "naltrexone");
  private static final Set<String> SEDATIVE_INTERACTIONS =
      Set.of("DDI-016", "DDI-017", "DDI-018", "DDI-021");

  public Decision<List<Alert>, MedicationEvent> decide(
      Drug drug, SafetyAnswer check, List<AlertOverride> overrides) {
    var alerts = drug.ingredient() == null ? List.<Alert>of() : check.about(drug.ingredient());
    if (!drug.isCovered() && !acknowledgesUnchecked) {
      return Decision.refused(
          "unchecked-is-acknowledged", "The knowledge does not cover the drug with this code.");
    }
    for (var override : overrides) {
      if (alerts.stream().noneMatch(alert -> alert.ruleId().equals(override.ruleId()))) {
        return Decision.refused(
            "override-names-an-alert", "No alert comes from " + override.ruleId() + ".");
      }
    }
    for (var alert : alerts) {
      var refusal = refusal(drug, alert, overrides);
      if (refusal != null) {
        return refusal;
      }
    }
    return Decision.applied(alerts);
  }

  private Decision.@Nullable Refused<List<Alert>, MedicationEvent> refusal(
      Drug drug, Alert alert, List<AlertOverride> overrides) {
    if (!alert.severity().interrupts() || isMildForTreatment(drug, alert)) {
      return null;
    }
    var answer = AlertOverride.forRule(overrides, alert.ruleId());
    if (alert.severity() == Severity.MAJOR) {
      return answer.isPresent() ? null : refused("major-alert-needs-a-reason", alert);
    }
    if (LAW.contains(alert.type())) {
      return refused("law-is-not-overridden", alert);
    }
    if (answer.isEmpty() || !answer.get().attested()) {
      return refused("contraindicated-medication-stops", alert);
    }
    return asksForSecondPrescriber && !agreedRules.contains(alert.ruleId())
        ? refused("second-prescriber-agrees", alert)
        : null;
  }

  /** Treatment of opioid use disorder is never stopped by a sedative alone (FDA 2017). */
  private static boolean isMildForTreatment(Drug drug, Alert alert) {
    return drug.ingredient() != null
        && USE_DISORDER_TREATMENT.contains(drug.ingredient())
        && SEDATIVE_INTERACTIONS.contains(alert.ruleId());
  }

  private static Decision.Refused<List<Alert>, MedicationEvent> refused(String rule, Alert alert) {
    return new Decision.Refused<>(
        rule,
        alert.type() + " " + alert.ruleId() + " (" + alert.severity().code() + ")",
        Decision.Kind.RULE);
  }
}
