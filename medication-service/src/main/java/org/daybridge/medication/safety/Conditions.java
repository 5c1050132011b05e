package org.daybridge.medication.safety;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.daybridge.medication.knowledge.Condition;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.safety.Unchecked.Kind;
import org.jspecify.annotations.Nullable;

/** Turns stated conditions into the concepts that rules ask about. */
record Conditions(Knowledge knowledge) {

  private static final Pattern ICD10 = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?");
  private static final Pattern SNOMED = Pattern.compile("[0-9]{6,18}");
  private static final Pattern DENIED =
      Pattern.compile("^(no|denies|without|family history|rule out|never)\\b.*");

  Set<String> of(List<StatedCondition> stated, Collection<Unchecked> unchecked) {
    var concepts = new HashSet<String>();
    for (var condition : stated) {
      var found = concepts(condition);
      if (found.isEmpty() && !isKnownCode(condition)) {
        unchecked.add(
            new Unchecked(
                Kind.CONDITION,
                condition.text(),
                null,
                "no rule knows this condition: read it beside the alerts"));
      }
      concepts.addAll(found);
    }
    if (stated.stream().anyMatch(this::onlyInRemission)
        && stated.stream().noneMatch(this::isActiveUseDisorder)) {
      concepts.remove("substance-use-disorder-active");
    }
    return Set.copyOf(concepts);
  }

  private Set<String> concepts(StatedCondition condition) {
    var found = new HashSet<String>();
    var code = code(condition);
    if (code != null) {
      collect(found, c -> c.hasIcd10(code) || c.snomed().contains(code));
    }
    if (found.isEmpty() && condition.text() != null) {
      var text = condition.text().strip().toLowerCase(Locale.ROOT);
      if (!DENIED.matcher(text).matches()) {
        collect(found, c -> c.names().stream().anyMatch(name -> says(text, name)));
      }
    }
    return found;
  }

  private void collect(Set<String> found, Predicate<Condition> meant) {
    knowledge.tables().conditions().stream()
        .filter(meant)
        .map(Condition::concept)
        .forEach(found::add);
  }

  /** The words of the concept, whole, anywhere in the text. */
  private static boolean says(String text, String name) {
    int at = text.indexOf(name);
    if (at < 0) {
      return false;
    }
    int end = at + name.length();
    return (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private boolean onlyInRemission(StatedCondition condition) {
    return concepts(condition).contains("in-remission") || saysRemission(condition);
  }

  private boolean isActiveUseDisorder(StatedCondition condition) {
    var found = concepts(condition);
    return found.contains("substance-use-disorder-active")
        && !found.contains("in-remission")
        && !saysRemission(condition);
  }

  private static boolean saysRemission(StatedCondition condition) {
    return condition.text() != null
        && condition.text().toLowerCase(Locale.ROOT).contains("remission");
  }

  private static boolean isKnownCode(StatedCondition condition) {
    return code(condition) != null;
  }

  private static @Nullable String code(StatedCondition condition) {
    for (var candidate : new String[] {condition.code(), condition.text()}) {
      if (candidate != null) {
        var plain = candidate.strip().toUpperCase(Locale.ROOT);
        if (ICD10.matcher(plain).matches() || SNOMED.matcher(plain).matches()) {
          return plain;
        }
      }
    }
    return null;
  }
}
