package org.daybridge.medication.knowledge.store;

import java.util.ArrayList;
import java.util.List;
import org.daybridge.medication.knowledge.CrossSensitivity;
import org.daybridge.medication.knowledge.LabBand;
import org.daybridge.medication.knowledge.LabTest;
import org.daybridge.medication.knowledge.MonitoringItem;
import org.daybridge.medication.knowledge.MonitoringItem.Phase;
import org.daybridge.medication.knowledge.Severity;
import org.daybridge.medication.knowledge.TitrationStep;
import org.daybridge.medication.knowledge.Washout;
import org.daybridge.medication.knowledge.store.CsvTable.Row;

/** Rows about the course of a treatment: starting, waiting, following and stopping. */
record CareTables(String folder) {

  List<Washout> washouts() {
    return CsvTable.read(folder + "washouts.csv")
        .map(
            row ->
                new Washout(
                    row.text("id"),
                    Severity.of(row.text("severity")),
                    DrugTables.selector(row, "stopped_"),
                    DrugTables.selector(row, "started_"),
                    row.days("days"),
                    row.days("cautious_days"),
                    row.text("because"),
                    DrugTables.evidence(row)));
  }

  List<TitrationStep> titrations() {
    return CsvTable.read(folder + "titrations.csv")
        .map(
            row ->
                new TitrationStep(
                    row.text("id"),
                    row.text("ingredient"),
                    row.text("context"),
                    row.days("from_day"),
                    row.days("to_day"),
                    row.amount("max_mg"),
                    DrugTables.evidence(row)));
  }

  List<CrossSensitivity> crossSensitivities() {
    return CsvTable.read(folder + "cross-sensitivities.csv")
        .map(
            row ->
                new CrossSensitivity(
                    row.text("group"),
                    DrugTables.selector(row, "allergen_"),
                    DrugTables.selector(row, ""),
                    Severity.of(row.text("severity")),
                    row.text("because"),
                    DrugTables.evidence(row)));
  }

  List<MonitoringItem> monitoring() {
    return CsvTable.read(folder + "monitoring.csv").map(CareTables::item);
  }

  private static MonitoringItem item(Row row) {
    return new MonitoringItem(
        row.text("rule"),
        DrugTables.selector(row, ""),
        test(row),
        row.words("only_if"),
        row.text("baseline").equals("yes"),
        row.words("checkpoints").stream().map(Integer::valueOf).toList(),
        phases(row),
        row.whole("after_dose_change"),
        Severity.of(row.text("severity")),
        DrugTables.evidence(row));
  }

  /**
   * {@code 7<182 14<365 30}: weekly until day 182, every two weeks until day 365, then every 30.
   */
  private static List<Phase> phases(Row row) {
    var phases = new ArrayList<Phase>();
    for (var word : row.words("every")) {
      int bound = word.indexOf('<');
      phases.add(
          bound < 0
              ? new Phase(Integer.parseInt(word), Integer.MAX_VALUE)
              : new Phase(
                  Integer.parseInt(word.substring(0, bound)),
                  Integer.parseInt(word.substring(bound + 1))));
    }
    return List.copyOf(phases);
  }

  List<LabBand> labBands() {
    return CsvTable.read(folder + "lab-bands.csv")
        .map(
            row ->
                new LabBand(
                    row.text("id"),
                    DrugTables.selector(row, ""),
                    test(row),
                    row.text("unit"),
                    row.number("from"),
                    row.number("below"),
                    Severity.of(row.text("severity")),
                    row.orNull("unless"),
                    row.text("because"),
                    row.text("advice"),
                    DrugTables.evidence(row)));
  }

  private static LabTest test(Row row) {
    return new LabTest(
        row.text("test"), row.words("loincs"), KnowledgeFiles.lower(row.names("names")));
  }
}
