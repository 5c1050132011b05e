package org.daybridge.medication.knowledge.store;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybridge.medication.knowledge.AllergenClass;
import org.daybridge.medication.knowledge.Condition;
import org.daybridge.medication.knowledge.Edition;
import org.daybridge.medication.knowledge.Knowledge;
import org.daybridge.medication.knowledge.LabTest;
import org.daybridge.medication.knowledge.Measure;
import org.daybridge.medication.knowledge.Tables;
import org.daybridge.medication.knowledge.Units;
import org.daybridge.medication.knowledge.store.CsvTable.Row;

/**
 * The shipped versions of the knowledge ({@code knowledge/versions.csv}, one folder each). The
 * version in force is the newest that is valid on the day.
 */
public final class KnowledgeFiles {

  private static final String ROOT = "/knowledge/";
  private static final List<Edition> EDITIONS = editions();

  private KnowledgeFiles() {}

  private static List<Edition> editions() {
    return CsvTable.read(ROOT + "versions.csv")
        .map(
            row ->
                new Edition(
                    row.text("version"),
                    LocalDate.parse(row.text("valid_from")),
                    row.text("reviewed_by_pharmacist").equals("yes"),
                    row.text("note")))
        .stream()
        .sorted(Comparator.comparing(Edition::validFrom))
        .toList();
  }

  public static Knowledge inForceOn(LocalDate day) {
    return load(editionOn(day));
  }

  /** The newest version that is valid on the day, else the oldest there is. */
  static Edition editionOn(LocalDate day) {
    return EDITIONS.reversed().stream()
        .filter(edition -> !edition.validFrom().isAfter(day))
        .findFirst()
        .orElse(EDITIONS.getFirst());
  }

  public static Knowledge load(Edition edition) {
    var folder = ROOT + edition.version() + "/";
    var drugs = new DrugTables(folder);
    var care = new CareTables(folder);
    return new Knowledge(
        edition,
        new Tables(
            drugs.ingredients(),
            aliases(folder, "name"),
            aliases(folder, "rxcui"),
            drugs.interactions(),
            drugs.factors(),
            drugs.limits(),
            care.washouts(),
            care.titrations(),
            care.crossSensitivities(),
            CsvTable.read(folder + "allergen-classes.csv")
                .map(row -> new AllergenClass(row.text("name"), DrugTables.selector(row, ""))),
            care.monitoring(),
            care.labBands(),
            CsvTable.read(folder + "conditions.csv").map(KnowledgeFiles::condition),
            CsvTable.read(folder + "measures.csv").map(KnowledgeFiles::measure),
            units(folder),
            pairs(folder + "sources.csv", "id", "citation"),
            pairs(folder + "boxed-warnings.csv", "id", "warning")));
  }

  private static Map<String, String> aliases(String folder, String column) {
    return pairs(folder + "aliases.csv", column, "ingredient");
  }

  private static Map<String, String> pairs(String path, String key, String value) {
    return CsvTable.read(path)
        .map(
            row ->
                Map.entry(
                    key.equals("name") ? lower(row.text(key)) : row.text(key), row.text(value)))
        .stream()
        .filter(entry -> !entry.getKey().isBlank())
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Condition condition(Row row) {
    return new Condition(
        row.text("concept"), lower(row.names("names")), row.words("icd10"), row.words("snomed"));
  }

  private static Measure measure(Row row) {
    return new Measure(
        row.text("measure"),
        new LabTest(row.text("measure"), row.words("loincs"), lower(row.names("names"))),
        row.text("unit"),
        row.amount("plausible_from"),
        row.amount("plausible_to"));
  }

  private static Units units(String folder) {
    return new Units(
        CsvTable.read(folder + "units.csv")
            .map(row -> Map.entry(Units.plain(row.text("spelling")), row.text("ucum")))
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (first, same) -> first)));
  }

  static Set<String> lower(Set<String> names) {
    return names.stream().map(KnowledgeFiles::lower).collect(Collectors.toUnmodifiableSet());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
