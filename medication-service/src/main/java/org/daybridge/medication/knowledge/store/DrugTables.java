package org.daybridge.medication.knowledge.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.DoseLimit;
import org.daybridge.medication.knowledge.DoseLimit.Circumstance;
import org.daybridge.medication.knowledge.Evidence;
import org.daybridge.medication.knowledge.Ingredient;
import org.daybridge.medication.knowledge.Ingredient.DoseRange;
import org.daybridge.medication.knowledge.Ingredient.MaximumDose;
import org.daybridge.medication.knowledge.Interaction;
import org.daybridge.medication.knowledge.Interaction.Side;
import org.daybridge.medication.knowledge.Interaction.Stronger;
import org.daybridge.medication.knowledge.PatientFactor;
import org.daybridge.medication.knowledge.PatientFactor.Comparison;
import org.daybridge.medication.knowledge.PatientFactor.PregnancyStage;
import org.daybridge.medication.knowledge.PatientFactor.Threshold;
import org.daybridge.medication.knowledge.Schedule;
import org.daybridge.medication.knowledge.Selector;
import org.daybridge.medication.knowledge.Severity;
import org.daybridge.medication.knowledge.store.CsvTable.Row;
import org.jspecify.annotations.Nullable;

/** Rows about drugs: what they are, what they do with each other, with a person, and how much. */
record DrugTables(String folder) {

  List<Ingredient> ingredients() {
    return CsvTable.read(folder + "ingredients.csv").map(DrugTables::ingredient);
  }

  private static Ingredient ingredient(Row row) {
    var schedule = row.orNull("schedule");
    return new Ingredient(
        row.text("name").toLowerCase(Locale.ROOT),
        row.text("name"),
        row.orNull("rxcui"),
        row.words("classes"),
        schedule == null ? null : Schedule.of(schedule),
        usual(row),
        maximum(row),
        row.words("boxed_warnings"),
        row.text("coverage").equals("partner"),
        evidence(row));
  }

  private static @Nullable DoseRange usual(Row row) {
    var low = row.number("usual_low");
    var high = row.number("usual_high");
    return low == null || high == null ? null : new DoseRange(low, high);
  }

  private static @Nullable MaximumDose maximum(Row row) {
    var most = row.number("max_daily");
    return most == null ? null : new MaximumDose(most, row.text("max_unit").equals("mg/kg"));
  }

  List<Interaction> interactions() {
    return CsvTable.read(folder + "interactions.csv").map(DrugTables::interaction);
  }

  private static Interaction interaction(Row row) {
    var severity = Severity.of(row.text("severity"));
    var stronger = row.orNull("stronger_severity");
    return new Interaction(
        row.text("id"),
        side(row, "a_"),
        side(row, "b_"),
        severity,
        row.text("because"),
        row.text("advice"),
        evidence(row),
        new Stronger(
            lower(row.names("stronger_drugs")),
            stronger == null ? severity : Severity.of(stronger)),
        row.text("example_a").isBlank()
            ? List.of()
            : List.of(row.text("example_a"), row.text("example_b")));
  }

  private static Side side(Row row, String prefix) {
    return new Side(
        selector(row, prefix), row.orNull(prefix + "factor"), row.orNull(prefix + "route"));
  }

  List<PatientFactor> factors() {
    return CsvTable.read(folder + "patient-factors.csv").map(DrugTables::factor);
  }

  private static PatientFactor factor(Row row) {
    var pregnancy = row.orNull("pregnancy");
    return new PatientFactor(
        row.text("id"),
        AlertType.valueOf(row.text("type")),
        selector(row, ""),
        Severity.of(row.text("severity")),
        row.whole("age_below"),
        row.whole("age_from"),
        pregnancy == null ? null : PregnancyStage.valueOf(constant(pregnancy)),
        row.words("requires"),
        row.words("any_of"),
        threshold(row),
        row.text("starting_only").equals("yes"),
        row.text("because"),
        row.text("advice"),
        evidence(row));
  }

  private static @Nullable Threshold threshold(Row row) {
    var measure = row.orNull("measure");
    return measure == null
        ? null
        : new Threshold(
            measure, Comparison.valueOf(constant(row.text("comparison"))), row.amount("value"));
  }

  List<DoseLimit> limits() {
    return CsvTable.read(folder + "limits.csv").map(DrugTables::limit);
  }

  private static DoseLimit limit(Row row) {
    return new DoseLimit(
        row.text("id"),
        row.text("ingredient"),
        DoseLimit.Kind.valueOf(constant(row.text("kind"))),
        row.amount("max_mg"),
        Severity.of(row.text("severity")),
        new Circumstance(
            row.whole("age_over"),
            selector(row, "partner_"),
            row.words("any_of"),
            row.orNull("sex"),
            row.orNull("indication"),
            row.orNull("form"),
            row.orNull("setting"),
            row.number("crcl_at_most")),
        row.text("because"),
        evidence(row));
  }

  static Selector selector(Row row, String prefix) {
    return new Selector(lower(row.names(prefix + "drugs")), row.words(prefix + "classes"));
  }

  private static Set<String> lower(Set<String> names) {
    return KnowledgeFiles.lower(names);
  }

  static Evidence evidence(Row row) {
    return new Evidence(List.copyOf(row.words("sources")), row.text("status"));
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
