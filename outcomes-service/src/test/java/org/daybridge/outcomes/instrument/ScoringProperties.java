package org.daybridge.outcomes.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.daybridge.outcomes.instrument.Item.Answers;
import org.daybridge.outcomes.instrument.store.InstrumentFiles;

/** What must hold for every instrument and every sheet. */
class ScoringProperties {
  private static final Instruments INSTRUMENTS = InstrumentFiles.load();

  @Provide
  Arbitrary<Instrument> instruments() {
    return Arbitraries.of(INSTRUMENTS.all());
  }

  @Provide
  Arbitrary<Instrument> screeningRisk() {
    return Arbitraries.of(INSTRUMENTS.all().stream().filter(Instrument::screensRisk).toList());
  }

  @Property(tries = 1000)
  void aMissingRiskItemNeverReadsAsNoRisk(
      @ForAll("screeningRisk") Instrument instrument, @ForAll long seed) {
    Map<String, BigDecimal> answers = someAnswers(instrument, seed, 0.8);
    for (Scoring.AlertRule rule : instrument.scoring().alerts()) {
      Item item = instrument.item(rule.item()).orElseThrow();
      if (item.askedWhen() != null) continue;
      Map<String, BigDecimal> without = new HashMap<>(answers);
      without.remove(item.number());
      Score score = Scorer.score(instrument, AnswerSheet.of(instrument, without, Map.of()));
      assertThat(score.riskUnknown() || !score.alerts().isEmpty()).isTrue();
      assertThat(score.severity()).isNotEqualTo("none");
      assertThat(score.missing()).contains(item.number());
    }
  }

  @Property(tries = 1000)
  void leavingAnswersOutNeverTakesBackTheAlertsOfThoseThatStay(
      @ForAll("screeningRisk") Instrument instrument, @ForAll long seed) {
    Map<String, BigDecimal> answers = someAnswers(instrument, seed, 0.9);
    Score full = Scorer.score(instrument, AnswerSheet.of(instrument, answers, Map.of()));
    for (Score.Alert alert : full.alerts()) {
      if (!answers.containsKey(alert.item())) continue;
      Map<String, BigDecimal> alone = Map.of(alert.item(), answers.get(alert.item()));
      Score partial = Scorer.score(instrument, AnswerSheet.of(instrument, alone, Map.of()));
      assertThat(partial.alerts()).extracting(Score.Alert::item).contains(alert.item());
    }
  }

  @Property(tries = 1000)
  void aTotalStaysInItsPublishedRange(
      @ForAll("instruments") Instrument instrument, @ForAll long seed) {
    Score score =
        Scorer.score(
            instrument, AnswerSheet.of(instrument, someAnswers(instrument, seed, 0.97), Map.of()));
    Scoring scoring = instrument.scoring();
    if (score.total() == null || scoring.lowest() == null) return;
    assertThat(score.total()).isBetween(scoring.lowest(), scoring.highest());
  }

  @Property(tries = 300)
  void theOrderOfAnswersChangesNothing(
      @ForAll("instruments") Instrument instrument, @ForAll long seed) {
    Map<String, BigDecimal> answers = someAnswers(instrument, seed, 0.9);
    Map<String, BigDecimal> shuffled = new java.util.TreeMap<>(answers).descendingMap();
    assertThat(Scorer.score(instrument, AnswerSheet.of(instrument, shuffled, Map.of())))
        .isEqualTo(Scorer.score(instrument, AnswerSheet.of(instrument, answers, Map.of())));
  }

  private static Map<String, BigDecimal> someAnswers(
      Instrument instrument, long seed, double share) {
    Random random = new Random(seed);
    Map<String, BigDecimal> answers = new HashMap<>();
    for (Item item : instrument.items()) {
      if (random.nextDouble() > share) continue;
      answers.put(
          item.number(),
          switch (item.answers()) {
            case Answers.Choice(var options) -> pick(options, random).value();
            case Answers.Line(var from, var to, var step) ->
                from.add(
                    step.multiply(
                        BigDecimal.valueOf(
                            random.nextInt(
                                to.subtract(from).divideToIntegralValue(step).intValue() + 1))));
          });
    }
    return answers;
  }

  private static Item.Option pick(List<Item.Option> options, Random random) {
    return options.get(random.nextInt(options.size()));
  }
}
