package org.daybridge.scheduling.weekplan.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** One object of the file; reads on after a fault, so that all of them are told at once. */
record Fields(String path, JsonNode node, List<String> faults) {
  String text(String name) {
    JsonNode one = node.path(name);
    if (one.isTextual() && !one.asText().isBlank() && one.asText().length() <= 200) {
      return one.asText();
    }
    return fault(name, "a text of 1 to 200 characters", "?");
  }

  String text(String name, Set<String> allowed) {
    String text = node.path(name).asText();
    return allowed.contains(text) ? text : fault(name, "one of " + sorted(allowed), "?");
  }

  Optional<String> optionalText(String name) {
    return absent(name) ? Optional.empty() : Optional.of(text(name));
  }

  int number(String name, int from, int to) {
    JsonNode one = node.path(name);
    if (one.isIntegralNumber()
        && one.canConvertToInt()
        && one.asInt() >= from
        && one.asInt() <= to) {
      return one.asInt();
    }
    return fault(name, "a whole number from " + from + " to " + to, from);
  }

  int number(String name, int from, int to, int otherwise) {
    return absent(name) ? otherwise : number(name, from, to);
  }

  OptionalInt optionalNumber(String name, int from, int to) {
    return absent(name) ? OptionalInt.empty() : OptionalInt.of(number(name, from, to));
  }

  boolean flag(String name) {
    JsonNode one = node.path(name);
    return one.isBoolean() ? one.asBoolean() : fault(name, "true or false", false);
  }

  LocalDate date(String name) {
    return parsed(name, node.path(name), LocalDate::parse, "a date", LocalDate.EPOCH);
  }

  LocalDateTime dateTime(String name) {
    return parsed(
        name,
        node.path(name),
        LocalDateTime::parse,
        "a local date and time",
        LocalDate.EPOCH.atStartOfDay());
  }

  ZoneId zone(String name) {
    return parsed(name, node.path(name), ZoneId::of, "a time zone of IANA", ZoneId.of("UTC"));
  }

  /** Minutes from midnight of a time such as {@code 09:15}; {@code 24:00} ends a day. */
  int minutes(String name) {
    String text = node.path(name).asText();
    if (text.equals("24:00")) {
      return 24 * 60;
    }
    return parsed(
        name,
        node.path(name),
        time -> java.time.LocalTime.parse(time).toSecondOfDay() / 60,
        "a time such as 09:15",
        0);
  }

  Set<String> texts(String name) {
    return new LinkedHashSet<>(everyText(name));
  }

  /** As they stand, repeated ones included. */
  List<String> everyText(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : array(name)) {
      if (one.isTextual() && !one.asText().isBlank()) {
        texts.add(one.asText());
      } else {
        fault(name, "a list of texts", "");
      }
    }
    return texts;
  }

  Optional<Set<String>> optionalTexts(String name) {
    return absent(name) ? Optional.empty() : Optional.of(texts(name));
  }

  <T> List<T> list(String name, int limit, Function<Fields, T> read) {
    List<T> all = new ArrayList<>();
    JsonNode array = array(name);
    if (array.size() > limit) {
      fault(name, "at most " + limit + " entries", "");
      return all;
    }
    for (int i = 0; i < array.size(); i++) {
      Fields one = new Fields(path + "/" + name + "/" + i, array.get(i), faults);
      if (array.get(i).isObject()) {
        all.add(read.apply(one));
      } else {
        faults.add(one.path + ": an object");
      }
    }
    return all;
  }

  <T> Optional<T> optional(String name, Function<Fields, T> read) {
    if (absent(name)) {
      return Optional.empty();
    }
    return Optional.of(read.apply(new Fields(path + "/" + name, node.path(name), faults)));
  }

  private JsonNode array(String name) {
    JsonNode one = node.path(name);
    if (!one.isArray()) {
      fault(name, "a list", "");
    }
    return one;
  }

  boolean absent(String name) {
    return node.path(name).isMissingNode() || node.path(name).isNull();
  }

  <T> T fault(String name, String expected, T instead) {
    faults.add(path + "/" + name + ": " + expected);
    return instead;
  }

  private <T> T parsed(
      String name, JsonNode one, Function<String, T> read, String expected, T instead) {
    if (one.isTextual()) {
      try {
        return read.apply(one.asText());
      } catch (DateTimeException e) {
        return fault(name, expected, instead);
      }
    }
    return fault(name, expected, instead);
  }

  private static String sorted(Set<String> allowed) {
    return String.join(", ", new java.util.TreeSet<>(allowed));
  }
}
