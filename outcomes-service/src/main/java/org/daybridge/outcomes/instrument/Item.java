package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One numbered question. Its raw answer is the value printed on the form; {@link #scored} reverses
 * or recodes it.
 *
 * @param aliases other numbers under which the same question is printed
 * @param optional not needed for any score: its absence is not reported as missing
 * @param askedWhen the gate before it; a closed gate means "not asked", which scores zero
 * @param reversedFrom the value from which the answer is subtracted, when the item is reversed
 */
public record Item(
    String number,
    List<String> aliases,
    Answers answers,
    boolean optional,
    @Nullable Expression askedWhen,
    @Nullable BigDecimal reversedFrom,
    @Nullable String text,
    @Nullable String loinc) {

  public sealed interface Answers {
    /** Printed choices. */
    record Choice(List<Option> options) implements Answers {
      public Choice {
        options = List.copyOf(options);
      }
    }

    /** A number from a line or a count, in steps. */
    record Line(BigDecimal from, BigDecimal to, BigDecimal step) implements Answers {}
  }

  /**
   * @param value the printed value
   * @param score what it counts, usually the same
   * @param also other spellings that are accepted for it
   */
  public record Option(
      BigDecimal value,
      BigDecimal score,
      List<String> also,
      @Nullable String text,
      @Nullable String loinc) {}

  public Item {
    aliases = List.copyOf(aliases);
  }

  boolean answersTo(String printedNumber) {
    return number.equals(printedNumber) || aliases.contains(printedNumber);
  }

  /** The printed value for what was sent, or null when it is not one of this item's answers. */
  public @Nullable BigDecimal printed(Object sent) {
    return switch (answers) {
      case Answers.Choice(var options) ->
          options.stream()
              .filter(option -> spells(option, sent))
              .map(Option::value)
              .findFirst()
              .orElse(null);
      case Answers.Line(var from, var to, var step) -> {
        if (!(sent instanceof BigDecimal value)) yield null;
        boolean inside = value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
        yield inside && value.subtract(from).remainder(step).signum() == 0 ? value : null;
      }
    };
  }

  private static boolean spells(Option option, Object sent) {
    if (sent instanceof BigDecimal value && option.value.compareTo(value) == 0) return true;
    String spelled =
        sent instanceof BigDecimal number
            ? number.stripTrailingZeros().toPlainString()
            : sent.toString();
    return option.also.stream().anyMatch(spelled::equalsIgnoreCase);
  }

  BigDecimal scored(BigDecimal printed) {
    BigDecimal score =
        answers instanceof Answers.Choice(var options)
            ? options.stream()
                .filter(option -> option.value.compareTo(printed) == 0)
                .map(Option::score)
                .findFirst()
                .orElse(printed)
            : printed;
    return reversedFrom == null ? score : reversedFrom.subtract(score);
  }

  /** For the message of a refusal: the answers that this item takes. */
  public String options() {
    return switch (answers) {
      case Answers.Choice(var options) ->
          options.stream()
              .map(option -> option.value.toPlainString())
              .collect(Collectors.joining(", "));
      case Answers.Line(var from, var to, var step) ->
          from.toPlainString()
              + " to "
              + to.toPlainString()
              + " in steps of "
              + step.toPlainString();
    };
  }
}
