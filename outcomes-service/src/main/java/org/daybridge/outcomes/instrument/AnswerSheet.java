package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Raw printed answers by item number, each one checked against its own item's options. A missing
 * item is absent. The context carries what a score may depend on besides the answers (sex, an own
 * cut-off).
 */
public record AnswerSheet(Map<String, BigDecimal> answers, Map<String, Object> context) {

  public AnswerSheet {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    context = Map.copyOf(context);
  }

  /**
   * @throws AnswersNotOnForm naming every item with an answer that its form does not have
   */
  public static AnswerSheet of(Instrument instrument, Map<String, ?> sent, Map<String, ?> context) {
    List<AnswersNotOnForm.Violation> violations = new ArrayList<>();
    Map<String, BigDecimal> answers = new LinkedHashMap<>();
    sent.forEach(
        (number, answer) -> {
          Item item = instrument.item(number).orElse(null);
          if (item == null) {
            violations.add(noSuchItem(instrument, number));
            return;
          }
          if (answer == null) return;
          BigDecimal printed = item.printed(normal(answer));
          if (printed == null) {
            violations.add(
                new AnswersNotOnForm.Violation(
                    "answers." + number, "item " + number + " takes " + item.options()));
          } else if (answers.put(item.number(), printed) != null) {
            violations.add(
                new AnswersNotOnForm.Violation("answers." + number, "item answered twice"));
          }
        });
    Map<String, Object> known = context(instrument, context, violations);
    if (!violations.isEmpty()) throw new AnswersNotOnForm(instrument.id(), violations);
    return new AnswerSheet(answers, known);
  }

  private static AnswersNotOnForm.Violation noSuchItem(Instrument instrument, String number) {
    return new AnswersNotOnForm.Violation(
        "answers." + (number.matches("[\\w.-]{1,20}") ? number : "?"),
        instrument.id() + " has no such item");
  }

  private static Map<String, Object> context(
      Instrument instrument, Map<String, ?> sent, List<AnswersNotOnForm.Violation> violations) {
    Map<String, Object> known = new LinkedHashMap<>();
    sent.forEach(
        (name, raw) -> {
          if (raw == null) return;
          Object value = normal(raw);
          if (name.equals("sex") && value instanceof String sex) {
            known.put("sex", sex.toLowerCase(java.util.Locale.ROOT));
          } else if (instrument.settings().containsKey(name) && value instanceof BigDecimal) {
            known.put(name, value);
          } else {
            violations.add(
                new AnswersNotOnForm.Violation(
                    "context." + (name.matches("\\w{1,40}") ? name : "?"),
                    "takes sex" + settingNames(instrument)));
          }
        });
    return known;
  }

  private static String settingNames(Instrument instrument) {
    return instrument.settings().keySet().stream()
        .sorted()
        .map(name -> " or a number for " + name)
        .reduce("", String::concat);
  }

  private static Object normal(Object sent) {
    return switch (sent) {
      case BigDecimal number -> number;
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case Double number -> BigDecimal.valueOf(number);
      case java.math.BigInteger number -> new BigDecimal(number);
      case String text -> text;
      case Boolean truth -> truth ? "yes" : "no";
      default -> "?";
    };
  }

  @Nullable BigDecimal raw(String number) {
    return answers.get(number);
  }
}
