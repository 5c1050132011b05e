package org.daybridge.medication.order;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.daybridge.medication.knowledge.Severity;
import org.daybridge.medication.order.MedicationOrders.EarlierReason;
import org.daybridge.medication.safety.Alert;

/**
 * A major alert that the same prescriber answered with a reason not long ago does not ask again
 * while its facts stand: rule, severity, drugs and wording. A contraindication always asks.
 */
final class SuppressedAlerts {
  private SuppressedAlerts() {}

  static List<AlertOverride> withCarried(
      List<AlertOverride> said, List<Alert> alerts, List<EarlierReason> earlier) {
    var all = new ArrayList<>(said);
    alerts.stream()
        .map(Alert::ruleId)
        .distinct()
        .filter(rule -> AlertOverride.forRule(said, rule).isEmpty())
        .flatMap(rule -> carried(rule, alerts, earlier))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** One reason stands for a rule only when every alert of the rule was answered as it is now. */
  private static Stream<AlertOverride> carried(
      String rule, List<Alert> alerts, List<EarlierReason> earlier) {
    var ofRule = alerts.stream().filter(alert -> alert.ruleId().equals(rule)).toList();
    boolean unchanged =
        ofRule.stream()
            .allMatch(
                alert ->
                    alert.severity() == Severity.MAJOR
                        && earlier.stream().anyMatch(reason -> reason.isFor(alert)));
    return unchanged
        ? earlier.stream()
            .filter(reason -> reason.isFor(ofRule.getFirst()))
            .limit(1)
            .map(reason -> new AlertOverride(rule, reason.reason(), false, true))
        : Stream.empty();
  }
}
