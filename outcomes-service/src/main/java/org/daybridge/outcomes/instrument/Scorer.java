package org.daybridge.outcomes.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores one sheet. Risk answers are judged first and on every submission, partial ones too. */
public final class Scorer {
  private final Instrument instrument;
  private final AnswerSheet sheet;
  private final Evaluation evaluation;
  private final Map<String, @Nullable Object> known = new HashMap<>();

  private Scorer(Instrument instrument, AnswerSheet sheet) {
    this.instrument = instrument;
    this.sheet = sheet;
    this.evaluation =
        new Evaluation(this::named, new ScoringFunctions(instrument.scoring().tables()));
  }

  public static Score score(Instrument instrument, AnswerSheet sheet) {
    return new Scorer(instrument, sheet).score();
  }

  private Score score() {
    Scoring scoring = instrument.scoring();
    List<String> flags = new ArrayList<>();
    List<Score.Alert> alerts = alerts(flags);
    Map<String, @Nullable BigDecimal> subscales = new LinkedHashMap<>();
    scoring.scales().keySet().forEach(scale -> subscales.put(scale, tidy(named(scale))));
    BigDecimal total = tidy(named("total"));
    String severity =
        scoring.severity() != null ? evaluation.text(scoring.severity()) : scoring.band(total);
    if (scoring.severity() != null && severity == null && instrument.screensRisk()) {
      severity = "unknown";
    }
    flags(flags);
    return new Score(
        instrument.id(),
        instrument.version(),
        total,
        scoring.prorated() == null ? null : tidy(evaluation.of(scoring.prorated())),
        subscales,
        severity,
        flags,
        missing(),
        alerts);
  }

  private List<Score.Alert> alerts(List<String> flags) {
    List<Score.Alert> alerts = new ArrayList<>();
    for (Scoring.AlertRule rule : instrument.scoring().alerts()) {
      Boolean raised = evaluation.truth(rule.when());
      if (raised == null && !flags.contains(Score.RISK_UNKNOWN)) flags.add(Score.RISK_UNKNOWN);
      if (Boolean.TRUE.equals(raised)) {
        String level = evaluation.text(rule.level());
        alerts.add(
            new Score.Alert(
                rule.item(),
                rule.code(),
                level == null
                    ? RiskLevel.HIGH
                    : RiskLevel.valueOf(level.toUpperCase(Locale.ROOT))));
      }
    }
    return alerts;
  }

  private void flags(List<String> flags) {
    Expression screen = instrument.scoring().screen();
    if (screen != null) {
      Boolean positive = evaluation.truth(screen);
      if (positive != null) flags.add(positive ? Score.SCREEN_POSITIVE : Score.SCREEN_NEGATIVE);
    }
    for (Scoring.FlagRule rule : instrument.scoring().flags()) {
      if (Boolean.TRUE.equals(evaluation.truth(rule.when()))) flags.add(rule.code());
    }
  }

  private List<String> missing() {
    return instrument.items().stream()
        .filter(item -> !item.optional() && asked(item) && named("q" + item.number()) == null)
        .map(Item::number)
        .toList();
  }

  private boolean asked(Item item) {
    return item.askedWhen() == null || Boolean.TRUE.equals(evaluation.truth(item.askedWhen()));
  }

  private @Nullable Object named(String name) {
    if (!known.containsKey(name)) known.put(name, resolve(name));
    return known.get(name);
  }

  private @Nullable Object resolve(String name) {
    if (name.equals("total")) {
      Expression total = instrument.scoring().total();
      return total == null ? null : evaluation.of(total);
    }
    Expression scale = instrument.scoring().scales().get(name);
    if (scale != null) return evaluation.of(scale);
    if (name.equals("sex") || instrument.settings().containsKey(name)) {
      Object own = sheet.context().get(name);
      return own != null ? own : instrument.settings().get(name);
    }
    if (name.startsWith("raw")) return sheet.raw(name.substring(3));
    Item item =
        instrument.items().stream()
            .filter(each -> name.equals("q" + each.number()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(instrument.id() + " has nothing called " + name));
    return scored(item);
  }

  private @Nullable BigDecimal scored(Item item) {
    BigDecimal printed = sheet.raw(item.number());
    if (printed != null) return item.scored(printed);
    boolean notAsked =
        item.askedWhen() != null && Boolean.FALSE.equals(evaluation.truth(item.askedWhen()));
    return notAsked ? BigDecimal.ZERO : null;
  }

  /** At most four decimals, no trailing zeros: what a reader expects of a score. */
  private static @Nullable BigDecimal tidy(@Nullable Object value) {
    if (value == null) return null;
    BigDecimal rounded =
        ((BigDecimal) value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
