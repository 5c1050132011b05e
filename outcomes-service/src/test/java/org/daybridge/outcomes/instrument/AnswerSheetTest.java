package org.daybridge.outcomes.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.daybridge.outcomes.instrument.AnswersNotOnForm.Violation;
import org.daybridge.outcomes.instrument.store.InstrumentFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerSheetTest {
  private static final Instruments INSTRUMENTS = InstrumentFiles.load();

  @ParameterizedTest
  @CsvSource({
    "PHQ-9, 1, 4, 'item 1 takes 0, 1, 2, 3'",
    "PHQ-9, 1, -1, 'item 1 takes 0, 1, 2, 3'",
    "AUDIT, 9, 1, 'item 9 takes 0, 2, 4'",
    "CUDIT-R, 8, 3, 'item 8 takes 0, 2, 4'",
    "DAST-10, 3, 2, 'item 3 takes 0, 1'",
    "ORS, 1, 6.25, item 1 takes 0 to 10 in steps of 0.1",
    "ORS, 1, 10.1, item 1 takes 0 to 10 in steps of 0.1",
    "CGI, 1, 8, 'item 1 takes 0, 1, 2, 3, 4, 5, 6, 7'"
  })
  void refusesAnAnswerOutsideTheItemsOwnOptions(
      String id, String item, double answer, String message) {
    Instrument instrument = INSTRUMENTS.current(id).orElseThrow();
    assertThatThrownBy(() -> AnswerSheet.of(instrument, Map.of(item, answer), Map.of()))
        .isInstanceOfSatisfying(
            AnswersNotOnForm.class,
            refusal ->
                assertThat(refusal.violations())
                    .containsExactly(new Violation("answers." + item, message)));
  }

  @Test
  void refusesAnItemThatTheFormDoesNotHave() {
    Instrument phq9 = INSTRUMENTS.current("PHQ-9").orElseThrow();
    assertThatThrownBy(() -> AnswerSheet.of(phq9, Map.of("11", 1), Map.of()))
        .isInstanceOf(AnswersNotOnForm.class);
  }

  @Test
  void refusesTheSameItemUnderTwoNumbers() {
    Instrument screener = INSTRUMENTS.current("C-SSRS").orElseThrow();
    assertThatThrownBy(() -> AnswerSheet.of(screener, Map.of("6a", 1, "7", 0), Map.of()))
        .isInstanceOf(AnswersNotOnForm.class);
  }

  @Test
  void refusesAContextThatTheInstrumentDoesNotKnow() {
    Instrument phq9 = INSTRUMENTS.current("PHQ-9").orElseThrow();
    assertThatThrownBy(() -> AnswerSheet.of(phq9, Map.of(), Map.of("mood", "low")))
        .isInstanceOf(AnswersNotOnForm.class);
  }

  @Test
  void takesAnAbsentAnswerAsMissing() {
    Instrument phq2 = INSTRUMENTS.current("PHQ-2").orElseThrow();
    var sent = new java.util.HashMap<String, Object>();
    sent.put("1", null);
    assertThat(AnswerSheet.of(phq2, sent, Map.of()).answers()).isEmpty();
  }
}
