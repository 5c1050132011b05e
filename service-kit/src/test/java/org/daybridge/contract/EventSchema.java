package org.daybridge.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** JSON Schema of a record. */
final class EventSchema {
  private EventSchema() {}

  static ObjectNode of(Class<?> type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    var required = schema.putArray("required");
    ObjectNode properties = schema.putObject("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      }
      properties.set(component.getName(), schema(component.getGenericType()));
    }
    return schema;
  }

  private static ObjectNode schema(Type type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    if (type instanceof ParameterizedType many) {
      schema.put("type", "array").set("items", schema(many.getActualTypeArguments()[0]));
      return many.getRawType() == Set.class ? schema.put("uniqueItems", true) : schema;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      var constants = schema.put("type", "string").putArray("enum");
      Arrays.stream(plain.getEnumConstants()).map(Object::toString).forEach(constants::add);
      return schema;
    }
    if (Id.class.isAssignableFrom(plain)) {
      return text(schema, "uuid");
    }
    if (plain.isRecord()) {
      return of(plain);
    }
    return simple(schema, plain);
  }

  private static ObjectNode simple(ObjectNode schema, Class<?> plain) {
    if (plain == UUID.class) {
      return text(schema, "uuid");
    }
    if (plain == Instant.class) {
      return text(schema, "date-time");
    }
    if (plain == LocalDate.class) {
      return text(schema, "date");
    }
    if (plain == String.class) {
      return schema.put("type", "string");
    }
    if (plain == boolean.class) {
      return schema.put("type", "boolean");
    }
    if (plain == BigDecimal.class) {
      return schema.put("type", "number");
    }
    return schema.put("type", plain.isPrimitive() ? "integer" : "object");
  }

  private static ObjectNode text(ObjectNode schema, String format) {
    return schema.put("type", "string").put("format", format);
  }
}
