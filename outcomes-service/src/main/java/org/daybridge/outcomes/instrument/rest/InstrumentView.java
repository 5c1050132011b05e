package org.daybridge.outcomes.instrument.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Item;
import org.jspecify.annotations.Nullable;

/** An instrument for a front end: what to ask, what can be answered, how the score reads. */
public record InstrumentView(
    String id,
    String version,
    String title,
    String purpose,
    String askedBy,
    int lookBackDays,
    String betterIs,
    LicenseView license,
    @Nullable String loincPanel,
    @Nullable String loincTotal,
    List<ItemView> items,
    List<BandView> bands,
    Set<String> subscales,
    Map<String, BigDecimal> settings,
    @Nullable BigDecimal lowest,
    @Nullable BigDecimal highest) {

  /** An instrument in the list. */
  public record Brief(
      String id,
      String version,
      String title,
      String purpose,
      String askedBy,
      int lookBackDays,
      String betterIs,
      int items) {
    static Brief of(Instrument one) {
      return new Brief(
          one.id(),
          one.version(),
          one.title(),
          one.purpose().name(),
          one.askedBy().name(),
          one.lookBackDays(),
          one.betterIs().name(),
          one.items().size());
    }
  }

  public record LicenseView(String holder, String terms, String wording) {}

  /**
   * Choices, or a line from {@code from} to {@code to}; the text only where the license is free.
   */
  public record ItemView(
      String number,
      @Nullable String text,
      @Nullable String loinc,
      boolean optional,
      boolean risk,
      @Nullable List<OptionView> options,
      @Nullable BigDecimal from,
      @Nullable BigDecimal to,
      @Nullable BigDecimal step) {}

  public record OptionView(BigDecimal value, @Nullable String text, @Nullable String loinc) {}

  public record BandView(BigDecimal from, String code) {}

  static InstrumentView of(Instrument one) {
    return new InstrumentView(
        one.id(),
        one.version(),
        one.title(),
        one.purpose().name(),
        one.askedBy().name(),
        one.lookBackDays(),
        one.betterIs().name(),
        new LicenseView(
            one.license().holder(), one.license().terms(), one.license().wording().name()),
        one.codes().panel(),
        one.codes().total(),
        one.items().stream().map(item -> item(one, item)).toList(),
        one.scoring().bands().stream().map(band -> new BandView(band.from(), band.code())).toList(),
        one.scoring().scales().keySet(),
        one.settings(),
        one.scoring().lowest(),
        one.scoring().highest());
  }

  private static ItemView item(Instrument one, Item item) {
    boolean risk =
        one.scoring().alerts().stream().anyMatch(rule -> rule.item().equals(item.number()));
    return switch (item.answers()) {
      case Item.Answers.Choice(var options) ->
          new ItemView(
              item.number(),
              item.text(),
              item.loinc(),
              item.optional(),
              risk,
              options.stream()
                  .map(option -> new OptionView(option.value(), option.text(), option.loinc()))
                  .toList(),
              null,
              null,
              null);
      case Item.Answers.Line(var from, var to, var step) ->
          new ItemView(
              item.number(),
              item.text(),
              item.loinc(),
              item.optional(),
              risk,
              null,
              from,
              to,
              step);
    };
  }
}
