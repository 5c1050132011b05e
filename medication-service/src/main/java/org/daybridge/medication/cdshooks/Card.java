package org.daybridge.medication.cdshooks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.daybridge.medication.knowledge.Severity;
import org.daybridge.medication.safety.Alert;
import org.daybridge.medication.safety.SafetyAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a prescriber sees in another system: one card for each alert, and one for what was not
 * checked.
 */
public record Card(
    String summary,
    @Nullable String detail,
    String indicator,
    Source source,
    @Nullable List<OverrideReason> overrideReasons) {

  private static final int LONGEST_SUMMARY = 139;
  private static final String SYSTEM = "urn:daybridge:override-reason";

  /** Where the card comes from. */
  public record Source(String label, Topic topic) {}

  /** The rule behind the card. */
  public record Topic(String system, String code, String display) {}

  /** A coded reason that the prescriber may give. */
  public record OverrideReason(String code, String system, String display) {}

  private static final List<OverrideReason> REASONS =
      List.of(
          new OverrideReason("BENEFIT_OUTWEIGHS_RISK", SYSTEM, "Benefit outweighs risk"),
          new OverrideReason("NO_ALTERNATIVE", SYSTEM, "No alternative"),
          new OverrideReason("TOLERATED_BEFORE", SYSTEM, "Tolerated before"),
          new OverrideReason("MONITORED", SYSTEM, "Monitored"),
          new OverrideReason("PLANNED_CROSS_TAPER", SYSTEM, "Planned cross-taper"),
          new OverrideReason("DOSE_ADJUSTED", SYSTEM, "Dose adjusted"),
          new OverrideReason("SPECIALIST_ADVICE", SYSTEM, "Specialist advice"));

  /** The cards of an answer, the most serious first, in the order of its alerts. */
  public static List<Card> of(SafetyAnswer answer) {
    var cards = new ArrayList<Card>();
    answer.alerts().forEach(alert -> cards.add(of(alert)));
    if (!answer.unchecked().isEmpty()) {
      cards.add(unchecked(answer));
    }
    return cards;
  }

  private static Card of(Alert alert) {
    return new Card(
        shortened(alert.message()),
        "%s\n\n%s\n\nRule %s, evidence: %s (%s). Not yet reviewed by a pharmacist."
            .formatted(
                alert.message(),
                alert.action(),
                alert.ruleId(),
                alert.evidence().status(),
                String.join(", ", alert.evidence().sources())),
        indicator(alert.severity()),
        source(alert.ruleId(), alert.type().name()),
        alert.severity().interrupts() ? REASONS : null);
  }

  private static Card unchecked(SafetyAnswer answer) {
    var names =
        answer.unchecked().stream()
            .map(u -> "- %s: %s".formatted(u.name() == null ? u.rxcui() : u.name(), u.reason()))
            .collect(Collectors.joining("\n"));
    return new Card(
        answer.unchecked().size() + " entries could not be checked",
        names,
        "info",
        source("unchecked", "UNCHECKED"),
        null);
  }

  private static Source source(String rule, String type) {
    return new Source(
        "Daybridge medication safety", new Topic("urn:daybridge:medication-rule", rule, type));
  }

  private static String indicator(Severity severity) {
    return switch (severity) {
      case CONTRAINDICATED -> "critical";
      case MAJOR -> "warning";
      case MODERATE, INFO -> "info";
    };
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SUMMARY ? text : text.substring(0, LONGEST_SUMMARY - 1) + "…";
  }
}
