package org.daybridge.outcomes.checkin.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.daybridge.contract.intake.Population;
import org.daybridge.outcomes.checkin.CheckInForms;
import org.daybridge.outcomes.checkin.Question;
import org.daybridge.outcomes.instrument.RiskLevel;
import org.jspecify.annotations.Nullable;

/** The forms from {@code checkin.yaml}. */
@ApplicationScoped
class CheckInFile {

  @Produces
  @Singleton
  CheckInForms forms() {
    try (InputStream file = CheckInFile.class.getResourceAsStream("/checkin.yaml")) {
      return read(new YAMLMapper().readTree(Objects.requireNonNull(file, "checkin.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CheckInForms read(JsonNode file) {
    Map<String, Question> questions = new LinkedHashMap<>();
    file.path("questions").forEach(one -> questions.put(one.path("id").asText(), question(one)));
    List<CheckInForms.Part> parts = new ArrayList<>();
    for (JsonNode form : file.path("forms")) {
      List<Question> asked = new ArrayList<>();
      form.path("questions")
          .forEach(
              id -> asked.add(Objects.requireNonNull(questions.get(id.asText()), id.asText())));
      parts.add(
          new CheckInForms.Part(
              populations(form.path("populations")), tracks(form.path("tracks")), asked));
    }
    CheckInForms forms = new CheckInForms(file.path("version").asText(), parts);
    for (Population population : Population.values()) {
      forms.of(population, "");
    }
    return forms;
  }

  private static Question question(JsonNode file) {
    boolean options = file.has("options");
    Map<BigDecimal, String> words = new LinkedHashMap<>();
    file.path(options ? "options" : "ends")
        .properties()
        .forEach(one -> words.put(new BigDecimal(one.getKey()), one.getValue().asText()));
    List<Question.RiskRule> risks = new ArrayList<>();
    for (JsonNode rule : file.path("risk")) {
      risks.add(
          new Question.RiskRule(
              rule.path("code").asText(),
              number(rule, "from"),
              number(rule, "to"),
              RiskLevel.valueOf(rule.path("level").asText().toUpperCase(Locale.ROOT))));
    }
    BigDecimal step = number(file, "step");
    return new Question(
        file.path("id").asText(),
        file.path("text").asText(),
        options ? Collections.min(words.keySet()) : required(file, "from"),
        options ? Collections.max(words.keySet()) : required(file, "to"),
        step == null ? BigDecimal.ONE : step,
        options,
        words,
        file.path("substance").asBoolean(),
        risks);
  }

  private static BigDecimal required(JsonNode file, String field) {
    return Objects.requireNonNull(
        number(file, field), file.path("id").asText() + " has no " + field);
  }

  private static @Nullable BigDecimal number(JsonNode file, String field) {
    return file.has(field) ? file.get(field).decimalValue() : null;
  }

  private static Set<Population> populations(JsonNode names) {
    if (names.isMissingNode()) return EnumSet.allOf(Population.class);
    Set<Population> populations = EnumSet.noneOf(Population.class);
    names.forEach(name -> populations.add(Population.valueOf(name.asText())));
    return populations;
  }

  private static Set<String> tracks(JsonNode codes) {
    Set<String> tracks = new LinkedHashSet<>();
    codes.forEach(code -> tracks.add(code.asText().toUpperCase(Locale.ROOT)));
    return tracks;
  }
}
