package org.daybridge.kit.rulepack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rule pack of this service, read once from {@code rulepack.yaml}. */
@ApplicationScoped
public class RulePacks {
  private final String version;
  private final Map<String, List<RulePack.Value>> values;

  public RulePacks() {
    this("/rulepack.yaml");
  }

  RulePacks(String resource) {
    try (InputStream in = RulePacks.class.getResourceAsStream(resource)) {
      if (in == null) {
        this.version = "none";
        this.values = Map.of();
        return;
      }
      JsonNode pack = new ObjectMapper(new YAMLFactory()).readTree(in);
      this.version = pack.path("pack").asText();
      this.values = read(pack.path("values"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What holds on this day. */
  public RulePack on(LocalDate day) {
    return new RulePack(version, day, values);
  }

  private static Map<String, List<RulePack.Value>> read(JsonNode nodes) {
    Map<String, List<RulePack.Value>> values = new HashMap<>();
    for (JsonNode node : nodes) {
      String id = text(node, "id");
      values
          .computeIfAbsent(id, _ -> new ArrayList<>())
          .add(
              new RulePack.Value(
                  id,
                  number(node, id),
                  LocalDate.parse(text(node, "from")),
                  date(node.get("to")),
                  text(node, "source")));
    }
    return Map.copyOf(values);
  }

  private static BigDecimal number(JsonNode node, String id) {
    if (!node.path("value").isNumber()) {
      throw new IllegalStateException("Rule value '" + id + "' is no number");
    }
    return node.path("value").decimalValue();
  }

  private static String text(JsonNode node, String field) {
    return Objects.requireNonNull(node.get(field), "a rule value without " + field).asText();
  }

  private static @Nullable LocalDate date(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : LocalDate.parse(node.asText());
  }
}
