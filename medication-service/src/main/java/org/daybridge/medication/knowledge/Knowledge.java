package org.daybridge.medication.knowledge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of the curated knowledge, indexed for reading. Which interaction rows a drug can be
 * one side of is worked out once, so that a check of a list only meets the rows that matter.
 */
public final class Knowledge {

  private final Edition edition;
  private final Tables tables;
  private final Map<String, Ingredient> byName;
  private final Map<String, Ingredient> byCode = new HashMap<>();
  private final Map<String, BitSet> rowsWithSideA = new HashMap<>();
  private final Map<String, BitSet> rowsWithSideB = new HashMap<>();
  private final Map<String, PatientFactor> factorById;
  private final Map<String, List<DoseLimit>> limitsByDrug;
  private final Map<String, List<TitrationStep>> titrationByDrug;
  private final Map<String, Measure> measureByName;

  public Knowledge(Edition edition, Tables tables) {
    this.edition = edition;
    this.tables = tables;
    this.byName =
        tables.ingredients().stream().collect(toUnmodifiableMap(Ingredient::name, d -> d));
    this.factorById =
        tables.factors().stream().collect(toUnmodifiableMap(PatientFactor::id, f -> f));
    this.limitsByDrug = tables.limits().stream().collect(groupingBy(DoseLimit::ingredient));
    this.titrationByDrug =
        tables.titrations().stream().collect(groupingBy(TitrationStep::ingredient));
    this.measureByName =
        tables.measures().stream().collect(toUnmodifiableMap(Measure::name, m -> m));
    for (var drug : tables.ingredients()) {
      if (drug.rxcui() != null) {
        byCode.put(drug.rxcui(), drug);
      }
      rowsWithSideA.put(drug.name(), rows(drug, true));
      rowsWithSideB.put(drug.name(), rows(drug, false));
    }
    tables.aliasCodes().forEach((code, name) -> byCode.put(code, ingredient(name)));
  }

  private BitSet rows(Ingredient drug, boolean sideA) {
    var rows = new BitSet(tables.interactions().size());
    for (int i = 0; i < tables.interactions().size(); i++) {
      var row = tables.interactions().get(i);
      if ((sideA ? row.a() : row.b()).drugs().matches(drug)) {
        rows.set(i);
      }
    }
    return rows;
  }

  public Edition edition() {
    return edition;
  }

  public Ingredient ingredient(String name) {
    var drug = byName.get(name);
    if (drug == null) {
      throw new IllegalArgumentException("The knowledge has no ingredient '" + name + "'.");
    }
    return drug;
  }

  public Optional<Ingredient> byCode(@Nullable String rxcui) {
    return rxcui == null ? Optional.empty() : Optional.ofNullable(byCode.get(rxcui.strip()));
  }

  /** Exact ingredient name, salt or other recorded name; never a part of a product's name. */
  public Optional<Ingredient> byName(@Nullable String name) {
    if (name == null) {
      return Optional.empty();
    }
    var plain = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    for (var candidate :
        List.of(plain, tables.aliasNames().getOrDefault(plain, "").toLowerCase(Locale.ROOT))) {
      var drug = byName.get(candidate);
      if (drug != null) {
        return Optional.of(drug);
      }
    }
    return Optional.empty();
  }

  /**
   * The rows whose two sides are these two drugs, whichever way round; routes are not looked at.
   */
  public List<Interaction> between(Ingredient one, Ingredient other) {
    var rows = (BitSet) rowsWithSideA.get(one.name()).clone();
    rows.and(rowsWithSideB.get(other.name()));
    var turned = (BitSet) rowsWithSideB.get(one.name()).clone();
    turned.and(rowsWithSideA.get(other.name()));
    rows.or(turned);
    var found = new ArrayList<Interaction>(rows.cardinality());
    rows.stream().mapToObj(tables.interactions()::get).forEach(found::add);
    return found;
  }

  public PatientFactor factor(String id) {
    var factor = factorById.get(id);
    if (factor == null) {
      throw new IllegalArgumentException("The knowledge has no patient factor '" + id + "'.");
    }
    return factor;
  }

  public List<DoseLimit> limitsOf(Ingredient drug) {
    return limitsByDrug.getOrDefault(drug.name(), List.of());
  }

  public List<TitrationStep> titrationOf(Ingredient drug) {
    return titrationByDrug.getOrDefault(drug.name(), List.of());
  }

  public Measure measure(String name) {
    var measure = measureByName.get(name);
    if (measure == null) {
      throw new IllegalArgumentException("The knowledge has no measure '" + name + "'.");
    }
    return measure;
  }

  public Tables tables() {
    return tables;
  }
}
