package org.daybridge.medication.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.LabTest;
import org.daybridge.medication.knowledge.Selector;

/** The question once it is understood: known drugs, known conditions, what is taken now. */
record Situation(
    LocalDate asOf,
    Instant now,
    PatientFacts patient,
    Set<String> conditions,
    List<Taken> current,
    List<Taken> past,
    List<KnownAllergy> allergies,
    Knowledge knowledge) {

  /** An allergy that the knowledge can compare with drugs. */
  record KnownAllergy(Selector allergen, String label, boolean intolerance) {}

  Stream<Taken> taking(Selector drugs) {
    return current.stream().filter(taken -> drugs.matches(taken.drug()));
  }

  List<Ingredient> drugs(Selector selector) {
    return taking(selector).map(Taken::drug).distinct().toList();
  }

  boolean takes(Selector selector) {
    return !selector.isEmpty() && taking(selector).findAny().isPresent();
  }

  boolean takesClass(String drugClass) {
    return current.stream().anyMatch(taken -> taken.drug().is(drugClass));
  }

  boolean takes(String drug) {
    return current.stream().anyMatch(taken -> taken.name().equals(drug));
  }

  boolean hasAny(Set<String> concepts) {
    return concepts.stream().anyMatch(conditions::contains);
  }

  /** A drug that is only proposed: nothing of it is taken yet. */
  boolean isStarting(Ingredient drug) {
    return current.stream().filter(t -> t.drug().equals(drug)).allMatch(Taken::proposed);
  }

  /** Results of a test up to the day of the check, the newest first. */
  List<LabResult> results(LabTest test) {
    return patient.labs().stream()
        .filter(lab -> test.isMeantBy(lab.loinc(), lab.test()))
        .filter(lab -> lab.date() == null || !lab.date().isAfter(asOf))
        .sorted(
            Comparator.comparing((LabResult lab) -> lab.date() == null ? LocalDate.MIN : lab.date())
                .reversed()
                .thenComparing(lab -> lab.value() == null ? 0 : lab.value()))
        .toList();
  }

  Optional<LabResult> latest(LabTest test) {
    return results(test).stream().filter(lab -> lab.value() != null).findFirst();
  }

  /** The newest value of a measure in the rule's unit; a stated clearance comes before a result. */
  OptionalDouble measured(String name) {
    if (name.equals("creatinine-clearance") && patient.creatinineClearance() != null) {
      return OptionalDouble.of(patient.creatinineClearance());
    }
    if (name.equals("egfr") && patient.egfr() != null) {
      return OptionalDouble.of(patient.egfr());
    }
    var measure = knowledge.measure(name);
    var lab = latest(measure.test());
    if (lab.isEmpty() || lab.get().value() == null) {
      return OptionalDouble.empty();
    }
    double value = lab.get().value();
    var unit = lab.get().unit();
    return (unit == null || unit.isBlank()) && !measure.plausibleWithoutUnit(value)
        ? OptionalDouble.empty()
        : knowledge.tables().units().in(measure.unit(), value, unit);
  }

  @Override
  public String toString() {
    return "Situation[asOf=" + asOf + "]";
  }
}
