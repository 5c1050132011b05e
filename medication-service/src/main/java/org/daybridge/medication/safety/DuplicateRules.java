package org.daybridge.medication.safety;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Selector;
import org.daybridge.medication.knowledge.Severity;
import org.jspecify.annotations.Nullable;

/** The same drug twice, or two that do the same. */
final class DuplicateRules implements RuleCatalogue {

  private static final String TWICE = "PF-30";
  private static final String ANTIPSYCHOTICS = "PF-31";
  private static final int TWO_ANTIPSYCHOTICS_FOR_DAYS = 60;

  @Override
  public void check(Situation situation, Findings findings) {
    sameIngredient(situation, findings);
    sameClass(situation, findings);
    severalAntipsychotics(situation, findings);
  }

  /** Two current entries of one ingredient. */
  private void sameIngredient(Situation situation, Findings findings) {
    for (var drug : situation.current().stream().map(Taken::drug).distinct().toList()) {
      var entries = situation.current().stream().filter(t -> t.drug().equals(drug)).toList();
      if (entries.size() > 1) {
        alert(situation, List.of(drug), drug.label() + " is on the list twice.", entries, findings);
      }
    }
  }

  /** Two different drugs of a class that is given singly. */
  private void sameClass(Situation situation, Findings findings) {
    for (var drugClass : situation.knowledge().factor(TWICE).drugs().classes()) {
      var members = situation.current().stream().filter(t -> t.drug().is(drugClass)).toList();
      for (int i = 0; i < members.size(); i++) {
        for (int j = i + 1; j < members.size(); j++) {
          var pair = List.of(members.get(i), members.get(j));
          if (!pair.getFirst().drug().equals(pair.getLast().drug())) {
            var drugs = pair.stream().map(Taken::drug).toList();
            var message =
                String.join(" and ", Findings.labels(drugs))
                    + " belong to one class ("
                    + drugClass
                    + ").";
            alert(situation, drugs, message, pair, findings);
          }
        }
      }
    }
  }

  /** A planned cross-taper is shown, but it is no reason to stop. */
  private static void alert(
      Situation situation,
      List<Ingredient> drugs,
      String message,
      List<Taken> entries,
      Findings findings) {
    var rule = situation.knowledge().factor(TWICE);
    boolean planned = entries.stream().anyMatch(taken -> taken.entry().crossTaper());
    findings.alert(
        AlertType.DUPLICATE,
        planned ? Severity.INFO : rule.severity(),
        drugs,
        TWICE,
        message,
        planned ? "A cross-taper is recorded: end it as planned." : rule.advice() + ".",
        rule.evidence());
  }

  /** Three antipsychotics, or two together for over 60 days. */
  private void severalAntipsychotics(Situation situation, Findings findings) {
    var rule = situation.knowledge().factor(ANTIPSYCHOTICS);
    var drugs = situation.drugs(rule.drugs());
    if (drugs.size() < 2) {
      return;
    }
    var together = daysTogether(rule.drugs(), situation);
    if (drugs.size() > 2 || together > TWO_ANTIPSYCHOTICS_FOR_DAYS) {
      findings.factor(
          rule, drugs, String.join(", ", Findings.labels(drugs)) + ": " + rule.because() + ".");
    } else if (together < 0) {
      findings.lacks(drugs, ANTIPSYCHOTICS, "How long both have been taken is not stated.");
    }
  }

  /** Days since the later of the starts; negative when a start is unknown. */
  private static long daysTogether(Selector antipsychotics, Situation situation) {
    var starts = situation.taking(antipsychotics).map(t -> start(t, situation.asOf())).toList();
    if (starts.stream().anyMatch(Objects::isNull)) {
      return -1;
    }
    var later = starts.stream().max(LocalDate::compareTo).orElseThrow();
    return Math.max(0, ChronoUnit.DAYS.between(later, situation.asOf()));
  }

  private static @Nullable LocalDate start(Taken taken, LocalDate asOf) {
    return taken.proposed() && taken.entry().start() == null ? asOf : taken.entry().start();
  }
}
