package org.daybridge.medication.safety;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Interaction;
import org.daybridge.medication.knowledge.Interaction.Side;
import org.jspecify.annotations.Nullable;

/** Drugs that do not go together, and drugs that do not go with a circumstance. */
final class InteractionRules implements RuleCatalogue {

  private static final Set<String> PARENTERAL =
      Set.of(
          "parenteral",
          "im",
          "iv",
          "sc",
          "intramuscular",
          "intravenous",
          "subcutaneous",
          "injection");

  @Override
  public void check(Situation situation, Findings findings) {
    pairs(situation, findings);
    circumstances(situation, findings);
  }

  /** Two drugs of the list that a row names as its two sides; a drug never pairs with itself. */
  private void pairs(Situation situation, Findings findings) {
    var current = situation.current();
    for (int i = 0; i < current.size(); i++) {
      for (int j = i + 1; j < current.size(); j++) {
        var one = current.get(i);
        var other = current.get(j);
        if (!one.drug().equals(other.drug())) {
          situation.knowledge().between(one.drug(), other.drug()).stream()
              .filter(row -> routesFit(row, one, other))
              .forEach(row -> found(row, List.of(one.drug(), other.drug()), findings));
        }
      }
    }
  }

  /** A drug meets a circumstance of the person, as clozapine the end of smoking. */
  private void circumstances(Situation situation, Findings findings) {
    for (var row : situation.knowledge().tables().interactions()) {
      circumstance(row, row.a(), row.b(), situation, findings);
      circumstance(row, row.b(), row.a(), situation, findings);
    }
  }

  private void circumstance(
      Interaction row, Side factor, Side drugs, Situation situation, Findings findings) {
    if (factor.factor() != null && situation.conditions().contains(factor.factor())) {
      situation.drugs(drugs.drugs()).forEach(drug -> found(row, List.of(drug), findings));
    }
  }

  private static void found(Interaction row, List<Ingredient> drugs, Findings findings) {
    var labels = Findings.labels(drugs);
    findings.alert(
        AlertType.DDI,
        row.severityFor(drugs.getFirst().name(), drugs.getLast().name()),
        drugs,
        row.id(),
        String.join(" and ", labels) + ": " + row.because() + ".",
        row.advice() + ".",
        row.evidence());
  }

  private static boolean routesFit(Interaction row, Taken one, Taken other) {
    return fits(row.a(), one) && fits(row.b(), other) || fits(row.a(), other) && fits(row.b(), one);
  }

  private static boolean fits(Side side, Taken taken) {
    return side.drugs().matches(taken.drug())
        && (!side.asksForRoute() || isParenteral(taken.entry().route()));
  }

  /** No recorded route means the usual one, by mouth. */
  static boolean isParenteral(@Nullable String route) {
    return route != null && PARENTERAL.contains(route.strip().toLowerCase(Locale.ROOT));
  }
}
