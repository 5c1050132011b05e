package org.daybridge.kit.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One operation of an OpenAPI document. */
record ApiOperation(JsonNode document, String method, String path, JsonNode operation) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Every operation of a service; what Quarkus itself offers under /q is not the service's. */
  static List<ApiOperation> of(JsonNode document) {
    List<ApiOperation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one -> {
                          if (METHODS.contains(one.getKey()) && !path.getKey().startsWith("/q/")) {
                            operations.add(
                                new ApiOperation(
                                    document,
                                    one.getKey().toUpperCase(java.util.Locale.ROOT),
                                    path.getKey(),
                                    one.getValue()));
                          }
                        }));
    return operations;
  }

  String name() {
    return method + " " + path;
  }

  boolean isFhir() {
    return path.startsWith("/fhir");
  }

  /** Empty for an operation that is open to all. */
  String permission() {
    return operation.path("x-permission").asText();
  }

  List<JsonNode> parameters(String in) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode whole = resolved(parameter);
      if (in.equals(whole.path("in").asText())) {
        found.add(whole);
      }
    }
    return found;
  }

  boolean hasHeader(String name) {
    return parameters("header").stream().anyMatch(one -> name.equals(one.path("name").asText()));
  }

  /** The media type of the body that is tried; JSON where it is taken. */
  Optional<String> bodyType() {
    JsonNode content = resolved(operation.path("requestBody")).path("content");
    if (content.has("application/json")) {
      return Optional.of("application/json");
    }
    return content.properties().stream().map(java.util.Map.Entry::getKey).findFirst();
  }

  boolean requiresBody() {
    return resolved(operation.path("requestBody")).path("required").asBoolean();
  }

  JsonNode bodySchema() {
    return resolved(
        resolved(operation.path("requestBody"))
            .path("content")
            .path("application/json")
            .path("schema"));
  }

  /** The path with an id for every placeholder; {@code wrong} replaces the named one. */
  String address(@Nullable String placeholder, String wrong) {
    String address = path;
    for (JsonNode parameter : parameters("path")) {
      String name = parameter.path("name").asText();
      JsonNode schema = resolved(parameter.path("schema"));
      String value = name.equals(placeholder) ? wrong : valueOf(schema);
      address = address.replaceAll("\\{" + name + "(:[^}]*)?}", value);
    }
    return address.replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
  }

  String address() {
    return address(null, "");
  }

  private static String valueOf(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.get("enum").get(0).asText();
    }
    return switch (schema.path("format").asText()) {
      case "date" -> "2026-03-09";
      default -> UUID.randomUUID().toString();
    };
  }

  /** The node that a reference, or the one alternative beside null, stands for. */
  JsonNode resolved(JsonNode node) {
    if (node.has("$ref")) {
      return resolved(document.at(node.get("$ref").asText().substring(1)));
    }
    for (String alternatives : List.of("anyOf", "oneOf", "allOf")) {
      for (JsonNode one : node.path(alternatives)) {
        if (!"null".equals(one.path("type").asText())) {
          return resolved(one);
        }
      }
    }
    return node;
  }

  /** Whether a value may be written in more than one way; each service tries those itself. */
  boolean isOfSeveralKinds(JsonNode node) {
    if (node.has("$ref")) {
      return isOfSeveralKinds(document.at(node.get("$ref").asText().substring(1)));
    }
    if (node.has("x-also-text")) {
      return true;
    }
    int kinds = 0;
    for (String alternatives : List.of("anyOf", "oneOf")) {
      for (JsonNode one : node.path(alternatives)) {
        if (!"null".equals(one.path("type").asText())) {
          kinds++;
          if (isOfSeveralKinds(one)) {
            return true;
          }
        }
      }
    }
    return kinds > 1;
  }

  /** The type of a schema, which in OpenAPI 3.1 may be a list with null in it. */
  static String typeOf(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (!type.isArray()) {
      return type.asText();
    }
    for (JsonNode one : type) {
      if (!"null".equals(one.asText())) {
        return one.asText();
      }
    }
    return "";
  }
}
