package org.daybridge.medication.safety;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.DoseLimit;
import org.daybridge.medication.knowledge.DoseLimit.Circumstance;
import org.daybridge.medication.knowledge.DoseLimit.Kind;
import org.daybridge.medication.knowledge.Evidence;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Severity;
import org.jspecify.annotations.Nullable;

/**
 * No more a day than the label allows: in general, and lower where age, an organ, a partner drug or
 * the use asks for it. All entries of an ingredient add up.
 */
final class DoseRules implements RuleCatalogue {

  @Override
  public void check(Situation situation, Findings findings) {
    var byDrug =
        situation.current().stream().collect(groupingBy(Taken::name, TreeMap::new, toList()));
    byDrug.values().forEach(entries -> check(entries, situation, findings));
  }

  private void check(List<Taken> entries, Situation situation, Findings findings) {
    var drug = entries.getFirst().drug();
    if (drug.partner() || entries.stream().anyMatch(DoseRules::isDepot)) {
      return;
    }
    var limits = situation.knowledge().limitsOf(drug);
    if (drug.maximum() == null && limits.isEmpty()) {
      return;
    }
    double total = total(entries);
    if (total == 0) {
      findings.lacks(List.of(drug), rule(drug), "The daily dose is not stated.");
      return;
    }
    generalMaximum(drug, total, entries, limits, situation, findings);
    caps(drug, total, entries, limits, situation, findings);
  }

  /** The labeled maximum, or the allowance of a special use instead of it. */
  private void generalMaximum(
      Ingredient drug,
      double total,
      List<Taken> entries,
      List<DoseLimit> limits,
      Situation situation,
      Findings findings) {
    var general = general(drug, situation, findings);
    if (general == null || total <= general) {
      return;
    }
    var allowance =
        limits.stream()
            .filter(limit -> limit.kind() == Kind.RAISE)
            .filter(limit -> limit.milligrams() > general)
            .filter(limit -> holds(limit, entries, situation))
            .filter(limit -> !isLoweredByPartner(limits, entries, situation))
            .max(Comparator.comparingDouble(DoseLimit::milligrams));
    double most = allowance.map(DoseLimit::milligrams).orElse(general);
    if (total > most) {
      over(drug, total, most, Severity.MAJOR, rule(drug), "", drug.evidence(), findings);
    } else {
      allowance.ifPresent(
          a ->
              findings.eases(
                  List.of(drug),
                  a.id(),
                  "Up to %s mg a day instead of %s: %s."
                      .formatted(plain(most), plain(general), a.because())));
    }
  }

  private @Nullable Double general(Ingredient drug, Situation situation, Findings findings) {
    var maximum = drug.maximum();
    if (maximum == null || !maximum.perKilogram()) {
      return maximum == null ? null : maximum.milligrams();
    }
    var weight = situation.patient().weightKg();
    if (weight == null) {
      findings.lacks(
          List.of(drug), rule(drug), "The maximum goes by body weight, which is not stated.");
      return null;
    }
    return maximum.milligrams() * weight;
  }

  /** A partner that caps the dose outweighs a partner that would allow more. */
  private static boolean isLoweredByPartner(
      List<DoseLimit> limits, List<Taken> entries, Situation situation) {
    return limits.stream()
        .filter(limit -> limit.kind() == Kind.CAP && !limit.when().partner().isEmpty())
        .anyMatch(limit -> holds(limit, entries, situation));
  }

  /** Lower limits that hold for this person, these partners or this use. */
  private void caps(
      Ingredient drug,
      double total,
      List<Taken> entries,
      List<DoseLimit> limits,
      Situation situation,
      Findings findings) {
    limits.stream()
        .filter(limit -> limit.kind() == Kind.CAP && total > limit.milligrams())
        .filter(limit -> holds(limit, entries, situation))
        .forEach(
            limit ->
                over(
                    drug,
                    total,
                    limit.milligrams(),
                    limit.severity(),
                    limit.id(),
                    " (" + limit.because() + ")",
                    limit.evidence(),
                    findings));
  }

  private static boolean holds(DoseLimit limit, List<Taken> entries, Situation situation) {
    Circumstance when = limit.when();
    var patient = situation.patient();
    var clearance = situation.measured("creatinine-clearance");
    return (when.ageOver() == null || (patient.age() != null && patient.age() > when.ageOver()))
        && (when.partner().isEmpty() || situation.takes(when.partner()))
        && (when.anyOf().isEmpty() || situation.hasAny(when.anyOf()))
        && (when.sex() == null || when.sex().equals(patient.sex()))
        && (when.setting() == null || says(patient.setting(), when.setting()))
        && (when.clearanceAtMost() == null
            || (clearance.isPresent() && clearance.getAsDouble() <= when.clearanceAtMost()))
        && (when.indication() == null
            || entries.stream().anyMatch(e -> says(e.entry().indication(), when.indication())))
        && (when.form() == null
            || entries.stream().anyMatch(e -> says(e.entry().form(), when.form())));
  }

  private static boolean says(@Nullable String text, String word) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(word);
  }

  private static void over(
      Ingredient drug,
      double total,
      double most,
      Severity severity,
      String rule,
      String why,
      Evidence evidence,
      Findings findings) {
    findings.alert(
        AlertType.MAX_DOSE,
        severity,
        List.of(drug),
        rule,
        "%s %s mg a day is over %s mg%s.".formatted(drug.label(), plain(total), plain(most), why),
        "Lower the dose to %s mg a day or less, or state why not.".formatted(plain(most)),
        evidence);
  }

  static double total(List<Taken> entries) {
    return entries.stream()
        .map(taken -> taken.entry().doseMgPerDay())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  /** A depot injection has no daily dose to compare. */
  private static boolean isDepot(Taken taken) {
    return InteractionRules.isParenteral(taken.entry().route());
  }

  private static String rule(Ingredient drug) {
    return "MAX-" + drug.name();
  }

  static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
