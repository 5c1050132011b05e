package org.daybridge.outcomes.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.daybridge.outcomes.instrument.store.InstrumentFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every instrument against scores that were worked out by hand. */
class InstrumentVectorsTest {
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final Instruments INSTRUMENTS = InstrumentFiles.load();

  @TestFactory
  Stream<DynamicTest> everyInstrumentScoresItsVectors() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode file : read("/instruments/index.yaml")) {
      JsonNode definition = read("/instruments/" + file.asText() + ".yaml");
      Instrument instrument =
          INSTRUMENTS
              .find(definition.get("id").asText(), definition.get("version").asText())
              .orElseThrow();
      JsonNode vectors = read("/instruments/vectors/" + file.asText() + ".yaml");
      assertThat(vectors.size()).as("vectors of %s", file.asText()).isPositive();
      for (JsonNode vector : vectors) {
        String name = file.asText() + ": " + vector.path("name").asText();
        tests.add(DynamicTest.dynamicTest(name, () -> check(instrument, vector)));
      }
    }
    return tests.stream();
  }

  private static void check(Instrument instrument, JsonNode vector) {
    Score score =
        Scorer.score(
            instrument,
            AnswerSheet.of(
                instrument, answers(instrument, vector), values(vector.path("context"))));
    JsonNode expect = vector.get("expect");
    if (expect.has("total")) same("total", score.total(), expect.get("total"));
    if (expect.has("prorated")) same("prorated", score.prorated(), expect.get("prorated"));
    if (expect.has("severity")) {
      assertThat(score.severity())
          .isEqualTo(expect.get("severity").isNull() ? null : expect.get("severity").asText());
    }
    expect
        .path("subscales")
        .properties()
        .forEach(
            each -> {
              assertThat(score.subscales()).containsKey(each.getKey());
              same(each.getKey(), score.subscales().get(each.getKey()), each.getValue());
            });
    expect.path("flags").forEach(flag -> assertThat(score.flags()).contains(flag.asText()));
    expect.path("noFlags").forEach(flag -> assertThat(score.flags()).doesNotContain(flag.asText()));
    if (expect.has("missing")) {
      assertThat(score.missing()).containsExactlyElementsOf(texts(expect.get("missing")));
    }
    if (expect.has("alerts")) {
      assertThat(score.alerts())
          .extracting(alert -> alert.item() + " " + alert.level())
          .containsExactlyElementsOf(texts(expect.get("alerts")));
    }
  }

  private static Map<String, Object> answers(Instrument instrument, JsonNode vector) {
    Map<String, Object> answers = new LinkedHashMap<>();
    if (vector.has("all")) {
      instrument.items().stream()
          .filter(item -> !item.optional())
          .forEach(item -> answers.put(item.number(), vector.get("all").decimalValue()));
    }
    answers.putAll(values(vector.path("answers")));
    vector.path("without").forEach(number -> answers.remove(number.asText()));
    return answers;
  }

  private static Map<String, Object> values(JsonNode node) {
    Map<String, Object> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            each ->
                values.put(
                    each.getKey(),
                    each.getValue().isNumber()
                        ? new BigDecimal(each.getValue().asText())
                        : each.getValue().asText()));
    return values;
  }

  private static void same(String what, BigDecimal actual, JsonNode expected) {
    if (expected.isNull()) assertThat(actual).as(what).isNull();
    else assertThat(actual).as(what).isEqualByComparingTo(new BigDecimal(expected.asText()));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static JsonNode read(String path) throws IOException {
    try (InputStream file = InstrumentVectorsTest.class.getResourceAsStream(path)) {
      assertThat(file).as(path).isNotNull();
      return YAML.readTree(file);
    }
  }
}
