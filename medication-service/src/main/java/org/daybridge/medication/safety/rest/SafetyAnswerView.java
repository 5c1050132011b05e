package org.daybridge.medication.safety.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.safety.Alert;
import org.daybridge.medication.safety.Inferred;
import org.daybridge.medication.safety.Remark;
import org.daybridge.medication.safety.SafetyAnswer;
import org.daybridge.medication.safety.Unchecked;
import org.jspecify.annotations.Nullable;

/**
 * The answer over HTTP: alerts ranked by severity, then what could not be checked and why. {@code
 * sources} of an alert are ids; their citations stand once in {@code citations}.
 */
public record SafetyAnswerView(
    List<AlertView> alerts,
    List<UncheckedView> unchecked,
    List<Remark> partlyChecked,
    List<Remark> eased,
    List<Inferred> inferred,
    Map<String, String> citations,
    KnowledgeView knowledge) {

  /** One finding. */
  public record AlertView(
      String type,
      String severity,
      List<String> drugs,
      String ruleId,
      String message,
      String action,
      List<String> sources,
      String status) {

    public static AlertView of(Alert alert) {
      return new AlertView(
          alert.type().name(),
          alert.severity().code(),
          alert.drugs(),
          alert.ruleId(),
          alert.message(),
          alert.action(),
          alert.evidence().sources(),
          alert.evidence().status());
    }
  }

  /** What was stated and could not be looked at. */
  public record UncheckedView(
      String kind, @Nullable String name, @Nullable String rxcui, String reason) {

    public static UncheckedView of(Unchecked u) {
      return new UncheckedView(
          u.kind().name().toLowerCase(Locale.ROOT), u.name(), u.rxcui(), u.reason());
    }
  }

  /** By which version of the knowledge, and that nobody should rely on it yet. */
  public record KnowledgeView(String version, boolean reviewedByPharmacist, String note) {}

  static SafetyAnswerView of(SafetyAnswer answer, Knowledge knowledge) {
    var citations = new TreeMap<String, String>();
    var alerts = new ArrayList<AlertView>();
    for (var alert : answer.alerts()) {
      alerts.add(AlertView.of(alert));
      for (var source : alert.evidence().sources()) {
        citations.put(source, knowledge.tables().sources().getOrDefault(source, source));
      }
    }
    return new SafetyAnswerView(
        alerts,
        answer.unchecked().stream().map(UncheckedView::of).toList(),
        answer.partlyChecked(),
        answer.eased(),
        answer.inferred(),
        citations,
        new KnowledgeView(
            answer.knowledge().version(),
            answer.knowledge().reviewed(),
            answer.knowledge().note()));
  }
}
