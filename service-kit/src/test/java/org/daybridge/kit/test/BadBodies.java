package org.daybridge.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Bodies that an operation must refuse, made from the schema of its body. */
final class BadBodies {
  private static final int DEEPEST = 4;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ApiOperation operation;
  private final List<BadBody> bodies = new ArrayList<>();

  private BadBodies(ApiOperation operation) {
    this.operation = operation;
  }

  /** A body, what is wrong with it, and the field that the answer must name where it is known. */
  record BadBody(String wrong, String field, String body) {}

  /** What is wrong whatever the schema says. */
  static List<BadBody> malformed() {
    return List.of(
        new BadBody("cut off", "", "{\"a\":"),
        new BadBody("a comma too many", "", "{\"a\":1,}"),
        new BadBody("single quotes", "", "{'a':1}"),
        new BadBody("a comment", "", "{/* a */}"),
        new BadBody("two values", "", "{} {}"),
        new BadBody("XML", "", "<a/>"),
        new BadBody("deep nesting", "", "[".repeat(5_000)),
        new BadBody("a huge number", "", "{\"a\":" + "9".repeat(500) + "}"));
  }

  /** What is wrong with single fields. */
  static List<BadBody> fields(ApiOperation operation) {
    BadBodies made = new BadBodies(operation);
    JsonNode schema = operation.bodySchema();
    if ("object".equals(ApiOperation.typeOf(schema)) && schema.has("properties")) {
      made.object(schema, "", one -> one, 0);
    }
    return made.bodies;
  }

  private void object(JsonNode schema, String path, UnaryOperator<JsonNode> around, int depth) {
    add("unknown field", "", around.apply(JSON.objectNode().put("noSuchField", 1)));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (!operation.isOfSeveralKinds(property.getValue())) {
                property(
                    operation.resolved(property.getValue()),
                    path + property.getKey(),
                    value -> around.apply(single(property.getKey(), value)),
                    depth);
              }
            });
  }

  private static ObjectNode single(String name, JsonNode value) {
    ObjectNode object = JSON.objectNode();
    object.set(name, value);
    return object;
  }

  private void property(JsonNode schema, String path, UnaryOperator<JsonNode> around, int depth) {
    switch (ApiOperation.typeOf(schema)) {
      case "string" -> text(schema, path, around);
      case "integer" -> {
        add("text for a number", path, around.apply(JSON.textNode("many")));
        add("a fraction", path, around.apply(JSON.numberNode(1.5)));
        add("too large", path, around.apply(JSON.numberNode(1e300)));
      }
      case "number" -> add("text for a number", path, around.apply(JSON.textNode("many")));
      case "boolean" -> {
        add("text for yes or no", path, around.apply(JSON.textNode("yes")));
        add("a number for yes or no", path, around.apply(JSON.numberNode(1)));
      }
      case "array" -> {
        add("text for a list", path, around.apply(JSON.textNode("many")));
        if (depth < DEEPEST
            && schema.has("items")
            && !operation.isOfSeveralKinds(schema.get("items"))) {
          JsonNode items = operation.resolved(schema.get("items"));
          property(items, path, value -> around.apply(JSON.arrayNode().add(value)), depth + 1);
        }
      }
      case "object" -> {
        add("text for an object", path, around.apply(JSON.textNode("many")));
        if (depth < DEEPEST && schema.has("properties")) {
          object(schema, path + ".", around, depth + 1);
        }
      }
      default -> {
        // A value of any type is taken as it is.
      }
    }
  }

  private void text(JsonNode schema, String path, UnaryOperator<JsonNode> around) {
    add("an object for text", path, around.apply(JSON.objectNode()));
    add("NUL", path, around.apply(JSON.textNode("a\0b")));
    if (schema.has("enum")) {
      add("unknown constant", path, around.apply(JSON.textNode("NO_SUCH_CONSTANT")));
      add("a number for a constant", path, around.apply(JSON.numberNode(0)));
      return;
    }
    add("a number for text", path, around.apply(JSON.numberNode(17)));
    switch (schema.path("format").asText()) {
      case "uuid" -> add("no UUID", path, around.apply(JSON.textNode("nonsense")));
      case "date" -> {
        add("an impossible date", path, around.apply(JSON.textNode("2026-02-29")));
        add("a time for a date", path, around.apply(JSON.textNode("2026-02-28T10:00:00Z")));
      }
      case "date-time" -> {
        add("an impossible time", path, around.apply(JSON.textNode("2026-02-30T10:00:00Z")));
        add("a time without offset", path, around.apply(JSON.textNode("2026-02-28T10:00:00")));
      }
      default -> {
        if (schema.has("maxLength")) {
          String long1 = "x".repeat(schema.get("maxLength").asInt() + 1);
          add("over-long text", path, around.apply(JSON.textNode(long1)));
        }
      }
    }
  }

  private void add(String wrong, String field, JsonNode body) {
    bodies.add(new BadBody(wrong, field, body.toString()));
  }
}
