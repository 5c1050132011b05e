package org.daybridge.outcomes.instrument.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.daybridge.outcomes.instrument.ChangeRule;
import org.daybridge.outcomes.instrument.Expression;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Scoring;
import org.jspecify.annotations.Nullable;

/** One instrument file, turned into the {@link Instrument} that it describes. */
final class InstrumentFile {
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "version",
          "title",
          "purpose",
          "askedBy",
          "lookBackDays",
          "betterIs",
          "license",
          "loinc",
          "optionSets",
          "items",
          "total",
          "prorated",
          "subscales",
          "bands",
          "severity",
          "screen",
          "flags",
          "higherIsBetter",
          "alerts",
          "tables",
          "range",
          "settings",
          "change",
          "note");

  private final JsonNode file;

  InstrumentFile(JsonNode file) {
    this.file = file;
    Set<String> unknown = new TreeSet<>();
    file.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) throw new IllegalArgumentException("Unknown keys " + unknown);
  }

  Instrument instrument() {
    return new Instrument(
        required("id"),
        required("version"),
        required("title"),
        Instrument.Purpose.valueOf(upper(required("purpose"))),
        Instrument.AskedBy.valueOf(upper(required("askedBy"))),
        Integer.parseInt(required("lookBackDays")),
        Instrument.Direction.valueOf(upper(required("betterIs"))),
        license(),
        codes(),
        new ItemList(file).items(),
        scoring(),
        settings(),
        change());
  }

  private Instrument.License license() {
    JsonNode license = file.path("license");
    return new Instrument.License(
        license.path("holder").asText(),
        license.path("terms").asText(),
        Instrument.License.Wording.valueOf(upper(license.path("wording").asText())));
  }

  private Instrument.Codes codes() {
    JsonNode loinc = file.path("loinc");
    Map<String, String> scales = new LinkedHashMap<>();
    loinc
        .path("scales")
        .properties()
        .forEach(each -> scales.put(each.getKey(), each.getValue().asText()));
    return new Instrument.Codes(text(loinc, "panel"), text(loinc, "total"), scales);
  }

  private Scoring scoring() {
    SequencedMap<String, Expression> scales = new LinkedHashMap<>();
    file.path("subscales")
        .properties()
        .forEach(each -> scales.put(each.getKey(), Expression.parse(each.getValue().asText())));
    List<Scoring.Band> bands = new ArrayList<>();
    file.path("bands")
        .properties()
        .forEach(
            each -> bands.add(new Scoring.Band(each.getValue().decimalValue(), each.getKey())));
    List<Scoring.FlagRule> flags = new ArrayList<>();
    file.path("flags")
        .properties()
        .forEach(
            each ->
                flags.add(
                    new Scoring.FlagRule(
                        each.getKey(), Expression.parse(each.getValue().asText()))));
    return new Scoring(
        formula("total"),
        formula("prorated"),
        scales,
        higherIsBetter(),
        bands,
        formula("severity"),
        formula("screen"),
        flags,
        alerts(),
        tables(),
        file.has("range") ? file.get("range").get(0).decimalValue() : null,
        file.has("range") ? file.get("range").get(1).decimalValue() : null);
  }

  private Set<String> higherIsBetter() {
    Set<String> scales = new TreeSet<>();
    file.path("higherIsBetter").forEach(scale -> scales.add(scale.asText()));
    return scales;
  }

  private List<Scoring.AlertRule> alerts() {
    List<Scoring.AlertRule> alerts = new ArrayList<>();
    for (JsonNode each : file.path("alerts")) {
      String level = each.path("level").asText();
      alerts.add(
          new Scoring.AlertRule(
              each.path("code").asText(),
              each.path("item").asText(),
              Expression.parse(each.path("when").asText()),
              level.matches("[a-z]+") ? new Expression.Literal(level) : Expression.parse(level)));
    }
    return alerts;
  }

  private Map<String, Map<BigDecimal, BigDecimal>> tables() {
    Map<String, Map<BigDecimal, BigDecimal>> tables = new LinkedHashMap<>();
    file.path("tables")
        .properties()
        .forEach(each -> tables.put(each.getKey(), table(each.getValue())));
    return tables;
  }

  private static Map<BigDecimal, BigDecimal> table(JsonNode node) {
    Map<BigDecimal, BigDecimal> table = new LinkedHashMap<>();
    if (node.has("values")) {
      BigDecimal key = node.get("from").decimalValue();
      for (JsonNode value : node.get("values")) {
        table.put(key.stripTrailingZeros(), value.decimalValue());
        key = key.add(BigDecimal.ONE);
      }
      return table;
    }
    node.properties()
        .forEach(
            each ->
                table.put(
                    new BigDecimal(each.getKey()).stripTrailingZeros(),
                    each.getValue().decimalValue()));
    return table;
  }

  private Map<String, BigDecimal> settings() {
    Map<String, BigDecimal> settings = new LinkedHashMap<>();
    file.path("settings")
        .properties()
        .forEach(each -> settings.put(each.getKey(), each.getValue().decimalValue()));
    return settings;
  }

  private @Nullable ChangeRule change() {
    JsonNode change = file.path("change");
    if (change.isMissingNode()) return null;
    return new ChangeRule(
        number(change, "reliable"),
        number(change, "minimal"),
        number(change, "responsePercent"),
        number(change, "responsePoints"),
        number(change, "caseAt"),
        number(change, "remission"),
        text(change, "scale"),
        change.path("source").asText());
  }

  private @Nullable Expression formula(String key) {
    return file.has(key) ? Expression.parse(file.get(key).asText()) : null;
  }

  private String required(String key) {
    if (!file.has(key)) throw new IllegalArgumentException("Key (" + key + ") is missing");
    return file.get(key).asText();
  }

  static String upper(String code) {
    return code.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static @Nullable String text(JsonNode node, String key) {
    return node.has(key) ? node.get(key).asText() : null;
  }

  static @Nullable BigDecimal number(JsonNode node, String key) {
    return node.has(key) ? node.get(key).decimalValue() : null;
  }
}
