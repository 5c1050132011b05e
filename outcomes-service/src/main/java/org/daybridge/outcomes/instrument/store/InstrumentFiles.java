package org.daybridge.outcomes.instrument.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;

/**
 * The registry from {@code /instruments/*.yaml}, as named in {@code /instruments/index.yaml}. Where
 * an id has several versions, the one listed first is the one in use.
 */
public final class InstrumentFiles implements Instruments {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final List<Instrument> instruments;

  private InstrumentFiles(List<Instrument> instruments) {
    this.instruments = List.copyOf(instruments);
  }

  public static InstrumentFiles load() {
    List<Instrument> instruments = new ArrayList<>();
    for (JsonNode name : read("index")) {
      InstrumentFile file = new InstrumentFile(read(name.asText()));
      try {
        instruments.add(file.instrument());
      } catch (RuntimeException e) {
        throw new IllegalStateException("Instrument file (" + name.asText() + ") is wrong", e);
      }
    }
    List<Instrument> sorted = new ArrayList<>(instruments);
    sorted.sort(Comparator.comparing(Instrument::id));
    return new InstrumentFiles(sorted);
  }

  private static JsonNode read(String name) {
    String path = "/instruments/" + name + ".yaml";
    try (InputStream file = InstrumentFiles.class.getResourceAsStream(path)) {
      return YAML.readTree(Objects.requireNonNull(file, path));
    } catch (IOException e) {
      throw new UncheckedIOException("Instrument file (" + path + ") can't be read", e);
    }
  }

  @Override
  public List<Instrument> all() {
    return instruments;
  }

  @Override
  public Optional<Instrument> find(String id, String version) {
    return instruments.stream()
        .filter(one -> one.id().equals(id) && one.version().equals(version))
        .findFirst();
  }

  @Override
  public Optional<Instrument> current(String id) {
    return instruments.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
