package org.daybridge.outcomes.assignment.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.daybridge.contract.intake.Population;
import org.daybridge.outcomes.assignment.Cadence;
import org.daybridge.outcomes.instrument.Instruments;

/** The cadence from {@code cadence.yaml}. */
@ApplicationScoped
class CadenceFile {

  @Produces
  @Singleton
  Cadence cadence(Instruments instruments) {
    try (InputStream file = CadenceFile.class.getResourceAsStream("/cadence.yaml")) {
      JsonNode list = new YAMLMapper().readTree(Objects.requireNonNull(file, "cadence.yaml"));
      List<Cadence.Entry> entries = new ArrayList<>();
      for (JsonNode node : list) {
        entries.add(
            new Cadence.Entry(
                instruments.require(
                    node.path("instrument").asText(), node.path("version").asText()),
                node.path("everyDays").asInt(),
                node.path("baseline").asBoolean(true),
                populations(node.path("populations")),
                tracks(node.path("tracks"))));
      }
      return new Cadence(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
