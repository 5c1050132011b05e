package org.daybridge.medication.knowledge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.daybridge.medication.knowledge.CrossSensitivity;
import org.daybridge.medication.knowledge.DoseLimit;
import org.daybridge.medication.knowledge.Evidence;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Interaction;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.LabBand;
import org.daybridge.medication.knowledge.MonitoringItem;
import org.daybridge.medication.knowledge.PatientFactor;
import org.daybridge.medication.knowledge.Selector;
import org.daybridge.medication.knowledge.TitrationStep;
import org.daybridge.medication.knowledge.Washout;
import org.junit.jupiter.api.Test;

class KnowledgeFilesTest {

  private final Knowledge knowledge = KnowledgeFiles.inForceOn(LocalDate.parse("2026-11-22"));

  @Test
  void holdsTheDrugsAndTheInteractionsOfTheVersion() {
    var tables = knowledge.tables();

    assertThat(tables.ingredients().stream().filter(drug -> !drug.partner())).hasSize(72);
    assertThat(tables.interactions()).hasSize(97);
    assertThat(tables.factors()).hasSize(35);
    assertThat(knowledge.edition().reviewed()).isFalse();
  }

  @Test
  void everyRowSaysItsSourceAndHowWellItIsChecked() {
    var sources = knowledge.tables().sources().keySet();

    assertThat(evidence())
        .allSatisfy(
            row -> {
              assertThat(row.sources()).isNotEmpty().isSubsetOf(sources);
              assertThat(row.status())
                  .isIn(
                      "verified",
                      "verified-list",
                      "cross-checked",
                      "label-knowledge",
                      "unverified-interval");
            });
  }

  private Stream<Evidence> evidence() {
    var tables = knowledge.tables();
    return Stream.of(
            tables.ingredients().stream().map(Ingredient::evidence),
            tables.interactions().stream().map(Interaction::evidence),
            tables.factors().stream().map(PatientFactor::evidence),
            tables.limits().stream().map(DoseLimit::evidence),
            tables.washouts().stream().map(Washout::evidence),
            tables.titrations().stream().map(TitrationStep::evidence),
            tables.crossSensitivities().stream().map(CrossSensitivity::evidence),
            tables.monitoring().stream().map(MonitoringItem::evidence),
            tables.labBands().stream().map(LabBand::evidence))
        .flatMap(rows -> rows);
  }

  @Test
  void everyDrugAndClassThatARuleNamesExists() {
    var tables = knowledge.tables();
    var names = new HashSet<String>();
    var classes = new HashSet<String>();
    tables
        .ingredients()
        .forEach(
            drug -> {
              names.add(drug.name());
              classes.addAll(drug.classes());
            });

    var selectors =
        Stream.of(
                tables.interactions().stream()
                    .flatMap(row -> Stream.of(row.a().drugs(), row.b().drugs())),
                tables.factors().stream().map(PatientFactor::drugs),
                tables.limits().stream().map(limit -> limit.when().partner()),
                tables.washouts().stream().flatMap(row -> Stream.of(row.stopped(), row.started())),
                tables.crossSensitivities().stream()
                    .flatMap(row -> Stream.of(row.allergen(), row.drugs())),
                tables.allergenClasses().stream().map(group -> group.drugs()),
                tables.monitoring().stream().map(MonitoringItem::drugs),
                tables.labBands().stream().map(LabBand::drugs))
            .flatMap(rows -> rows)
            .toList();

    assertThat(selectors).flatExtracting(Selector::drugs).isSubsetOf(names);
    assertThat(selectors).flatExtracting(Selector::classes).isSubsetOf(classes);
    assertThat(tables.limits()).extracting(DoseLimit::ingredient).isSubsetOf(names);
    assertThat(tables.titrations()).extracting(TitrationStep::ingredient).isSubsetOf(names);
    assertThat(tables.aliasNames().values())
        .allSatisfy(n -> assertThat(knowledge.byName(n)).isPresent());
  }

  @Test
  void everyConceptThatARuleNamesIsInTheVocabulary() {
    var concepts = new HashSet<String>();
    knowledge.tables().conditions().forEach(condition -> concepts.add(condition.concept()));
    var asked = new HashSet<String>();
    knowledge
        .tables()
        .factors()
        .forEach(
            rule -> {
              asked.addAll(rule.requires());
              asked.addAll(rule.anyOf());
            });
    knowledge.tables().limits().forEach(limit -> asked.addAll(limit.when().anyOf()));
    knowledge
        .tables()
        .interactions()
        .forEach(
            row -> {
              addFactor(asked, row.a().factor());
              addFactor(asked, row.b().factor());
            });

    assertThat(asked).isSubsetOf(concepts);
  }

  private static void addFactor(Set<String> asked, String factor) {
    if (factor != null) {
      asked.add(factor);
    }
  }

  @Test
  void boxedWarningsOfADrugHaveTheirText() {
    assertThat(knowledge.tables().ingredients())
        .flatExtracting(Ingredient::boxedWarnings)
        .isSubsetOf(knowledge.tables().boxedWarnings().keySet());
  }

  @Test
  void takesTheOldestVersionForADayBeforeAllVersions() {
    assertThat(KnowledgeFiles.inForceOn(LocalDate.parse("1999-01-01")).edition().version())
        .isEqualTo("2026-11");
  }
}
