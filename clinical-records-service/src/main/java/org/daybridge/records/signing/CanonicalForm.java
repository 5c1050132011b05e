package org.daybridge.records.signing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * JSON with one spelling only (RFC 8785 for text, whole numbers, booleans, lists and objects): the
 * same content always gives the same bytes, so a hash over them can be checked from an export.
 */
public final class CanonicalForm {

  private CanonicalForm() {}

  public static String of(Map<String, ?> object) {
    var out = new StringBuilder(512);
    write(object, out);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> object -> writeObject(object, out);
      case Iterable<?> list -> writeList(list, out);
      case Integer number -> out.append(number.intValue());
      case Long number -> out.append(number.longValue());
      case Boolean truth -> out.append(truth.booleanValue());
      default -> writeText(value.toString(), out);
    }
  }

  private static void writeObject(Map<?, ?> object, StringBuilder out) {
    var sorted = new TreeMap<String, Object>();
    object.forEach((key, value) -> sorted.put(key.toString(), value));
    out.append('{');
    var first = true;
    for (var entry : sorted.entrySet()) {
      if (entry.getValue() instanceof Optional<?> maybe && maybe.isEmpty()) continue;
      if (!first) out.append(',');
      first = false;
      writeText(entry.getKey(), out);
      out.append(':');
      write(entry.getValue() instanceof Optional<?> some ? some.get() : entry.getValue(), out);
    }
    out.append('}');
  }

  private static void writeList(Iterable<?> list, StringBuilder out) {
    out.append('[');
    var first = true;
    for (var item : list) {
      if (!first) out.append(',');
      first = false;
      write(item, out);
    }
    out.append(']');
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20) out.append("\\u%04x".formatted((int) c));
          else out.append(c);
        }
      }
    }
    out.append('"');
  }

  /** A list of one kind of thing, each in its own canonical object. */
  public static <T> List<Map<String, ?>> each(
      List<T> things, java.util.function.Function<T, Map<String, ?>> form) {
    return things.stream().<Map<String, ?>>map(form::apply).toList();
  }
}
