package org.daybridge.medication.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.Selector;
import org.daybridge.medication.safety.Situation.KnownAllergy;
import org.daybridge.medication.safety.Unchecked.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the question. A medication is taken for an ingredient by its code or by the ingredient's
 * exact name only; a product's name is never taken apart, because a wrong guess would pass as
 * checked. What is not understood is kept by name.
 */
final class Understanding {

  static final String NOT_COVERED = "the knowledge does not cover this drug";
  static final String CONTRADICTION = "code and name mean different ingredients";

  private final Knowledge knowledge;
  private final List<Unchecked> unchecked = new ArrayList<>();
  private final List<Inferred> inferred = new ArrayList<>();

  Understanding(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  Situation of(SafetyCheck check) {
    var current = new ArrayList<Taken>();
    var past = new ArrayList<Taken>();
    for (var entry : check.medications()) {
      drug(entry.name(), entry.rxcui(), Kind.MEDICATION)
          .map(drug -> new Taken(drug, entry))
          .ifPresent(t -> (entry.endedBefore(check.asOf()) ? past : current).add(t));
    }
    var order = Comparator.comparing(Taken::name).thenComparing(Taken::proposed);
    current.sort(order);
    past.sort(order);
    var conditions = new Conditions(knowledge).of(check.patient().conditions(), unchecked);
    return new Situation(
        check.asOf(),
        check.now(),
        check.patient(),
        conditions,
        List.copyOf(current),
        List.copyOf(past),
        check.allergies().stream()
            .filter(AllergyEntry::concernsMedication)
            .map(this::allergy)
            .flatMap(Optional::stream)
            .toList(),
        knowledge);
  }

  private Optional<Ingredient> drug(@Nullable String name, @Nullable String rxcui, Kind kind) {
    var byCode = knowledge.byCode(rxcui);
    var byName = knowledge.byName(name);
    if (byCode.isPresent() && byName.isPresent() && !byCode.equals(byName)) {
      unchecked.add(new Unchecked(kind, name, rxcui, CONTRADICTION));
      return Optional.empty();
    }
    if (byCode.isPresent()) {
      return byCode;
    }
    var codeAsName = knowledge.byCode(name);
    if (codeAsName.isPresent()) {
      return codeAsName;
    }
    byName.ifPresentOrElse(
        drug -> inferred.add(new Inferred(name, rxcui, drug.label())),
        () -> {
          if (kind == Kind.MEDICATION) {
            unchecked.add(new Unchecked(kind, name, rxcui, NOT_COVERED));
          }
        });
    return byName;
  }

  private Optional<KnownAllergy> allergy(AllergyEntry entry) {
    var group = group(entry.name());
    if (group.isPresent()) {
      return group.map(g -> new KnownAllergy(g, String.valueOf(entry.name()), entry.intolerance()));
    }
    var drug = drug(entry.name(), entry.rxcui(), Kind.ALLERGY);
    if (drug.isEmpty()) {
      unchecked.add(
          new Unchecked(
              Kind.ALLERGY,
              entry.name(),
              entry.rxcui(),
              "the knowledge does not cover this allergen: compare with the drugs by hand"));
    }
    return drug.map(
        d ->
            new KnownAllergy(
                new Selector(Set.of(d.name()), Set.of()), d.label(), entry.intolerance()));
  }

  private Optional<Selector> group(@Nullable String name) {
    return name == null
        ? Optional.empty()
        : knowledge.tables().allergenClasses().stream()
            .filter(group -> group.name().equalsIgnoreCase(name.strip()))
            .map(group -> group.drugs())
            .findFirst();
  }

  List<Unchecked> unchecked() {
    return unchecked.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Unchecked::kind)
                .thenComparing(u -> String.valueOf(u.name()))
                .thenComparing(u -> String.valueOf(u.rxcui())))
        .toList();
  }

  List<Inferred> inferred() {
    return inferred.stream()
        .distinct()
        .sorted(
            Comparator.comparing(Inferred::ingredient)
                .thenComparing(i -> String.valueOf(i.name()))
                .thenComparing(i -> String.valueOf(i.rxcui())))
        .toList();
  }
}
