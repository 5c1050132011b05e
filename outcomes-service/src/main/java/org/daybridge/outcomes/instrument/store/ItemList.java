package org.daybridge.outcomes.instrument.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.daybridge.outcomes.instrument.Expression;
import org.daybridge.outcomes.instrument.Item;
import org.daybridge.outcomes.instrument.Item.Answers;
import org.daybridge.outcomes.instrument.Item.Option;

/**
 * The items of an instrument file. {@code numbers: 1..7} stands for seven items alike; an option
 * set is a list of options, or in short {@code 0..4}, or {@code line 0..10 by 0.1}.
 */
final class ItemList {
  private static final Pattern SPAN = Pattern.compile("(\\d+)\\.\\.(\\d+)");
  private static final Pattern LINE =
      Pattern.compile("line ([\\d.]+?)\\.\\.([\\d.]+) by ([\\d.]+)");
  private static final Answers YES_NO =
      new Answers.Choice(
          List.of(
              new Option(BigDecimal.ZERO, BigDecimal.ZERO, List.of("no"), "No", null),
              new Option(BigDecimal.ONE, BigDecimal.ONE, List.of("yes"), "Yes", null)));

  private final JsonNode file;
  private final Map<String, Answers> sets = new HashMap<>();

  ItemList(JsonNode file) {
    this.file = file;
    sets.put("yes-no", YES_NO);
    file.path("optionSets")
        .properties()
        .forEach(each -> sets.put(each.getKey(), answers(each.getValue())));
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (JsonNode node : file.path("items")) {
      if (!node.has("numbers")) {
        items.add(item(node.path("number").asText(), node));
        continue;
      }
      for (JsonNode part : parts(node.get("numbers"))) {
        for (String number : numbers(part.asText())) items.add(item(number, node));
      }
    }
    return items;
  }

  private static Iterable<JsonNode> parts(JsonNode numbers) {
    return numbers.isArray() ? numbers : List.of(numbers);
  }

  private static List<String> numbers(String part) {
    Matcher span = SPAN.matcher(part);
    if (!span.matches()) return List.of(part);
    List<String> numbers = new ArrayList<>();
    int last = Integer.parseInt(span.group(2));
    for (int n = Integer.parseInt(span.group(1)); n <= last; n++) numbers.add(String.valueOf(n));
    return numbers;
  }

  private Item item(String number, JsonNode node) {
    String set = node.path("options").asText();
    Answers answers = sets.get(set);
    if (answers == null) throw new IllegalArgumentException("No option set is called " + set);
    List<String> aliases = new ArrayList<>();
    node.path("aliases").forEach(alias -> aliases.add(alias.asText()));
    return new Item(
        number,
        aliases,
        answers,
        node.path("optional").asBoolean(),
        node.has("askedWhen") ? Expression.parse(node.get("askedWhen").asText()) : null,
        InstrumentFile.number(node, "reverse"),
        InstrumentFile.text(node, "text"),
        InstrumentFile.text(node, "loinc"));
  }

  private static Answers answers(JsonNode set) {
    if (set.isArray()) {
      List<Option> options = new ArrayList<>();
      for (JsonNode option : set) options.add(option(option));
      return new Answers.Choice(options);
    }
    Matcher line = LINE.matcher(set.asText());
    if (line.matches()) {
      return new Answers.Line(
          new BigDecimal(line.group(1)),
          new BigDecimal(line.group(2)),
          new BigDecimal(line.group(3)));
    }
    List<Option> options = new ArrayList<>();
    for (String value : numbers(set.asText())) {
      BigDecimal number = new BigDecimal(value);
      options.add(new Option(number, number, List.of(), null, null));
    }
    return new Answers.Choice(options);
  }

  private static Option option(JsonNode node) {
    if (node.isNumber()) {
      return new Option(node.decimalValue(), node.decimalValue(), List.of(), null, null);
    }
    List<String> also = new ArrayList<>();
    node.path("also").forEach(each -> also.add(each.asText()));
    BigDecimal value = node.path("value").decimalValue();
    return new Option(
        value,
        node.has("score") ? node.get("score").decimalValue() : value,
        also,
        InstrumentFile.text(node, "text"),
        InstrumentFile.text(node, "loinc"));
  }
}
