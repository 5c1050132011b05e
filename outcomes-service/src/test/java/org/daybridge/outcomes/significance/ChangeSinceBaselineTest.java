package org.daybridge.outcomes.significance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.store.InstrumentFiles;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.Changed;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.None;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.Reason;
import org.daybridge.outcomes.significance.ChangeSinceBaseline.Status;
import org.daybridge.outcomes.significance.TrackRules.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeSinceBaselineTest {
  private static final InstrumentFiles INSTRUMENTS = InstrumentFiles.load();
  private static final LocalDate ADMITTED = LocalDate.of(2026, 11, 2);

  @ParameterizedTest
  @CsvSource({
    "PHQ-9, 20, 4, REMISSION",
    "PHQ-9, 20, 5, RESPONSE",
    "PHQ-9, 20, 10, RESPONSE", // exactly half
    "PHQ-9, 20, 11, RELIABLY_IMPROVED",
    "PHQ-9, 20, 14, RELIABLY_IMPROVED", // exactly 6
    "PHQ-9, 20, 15, UNCHANGED",
    "PHQ-9, 10, 15, UNCHANGED",
    "PHQ-9, 10, 16, DETERIORATED",
    "PHQ-9, 9, 4, UNCHANGED", // no clinical baseline: neither remission nor response
    "PHQ-9, 0, 0, UNCHANGED",
    "GAD-7, 15, 4, REMISSION",
    "GAD-7, 12, 8, RELIABLY_IMPROVED",
    "GAD-7, 12, 16, DETERIORATED",
    "PDSS-SR, 20, 12, RESPONSE",
    "ISI, 20, 12, RESPONSE",
    "ISI, 20, 7, REMISSION",
    "ORS, 18, 23, RELIABLY_IMPROVED",
    "ORS, 18, 13, DETERIORATED"
  })
  void judgesAChangeByThePublishedRule(
      String id, BigDecimal baseline, BigDecimal now, Status expected) {
    assertThat(changed(id, baseline, now).status()).isEqualTo(expected);
  }

  @Test
  void saysNoBaselineAndNotZero() {
    assertThat(ChangeSinceBaseline.of(phq9(), null, null, BigDecimal.TEN))
        .isEqualTo(new None(Reason.NO_BASELINE));
  }

  @Test
  void givesNoPercentOfABaselineOfZero() {
    assertThat(changed("PHQ-9", BigDecimal.ZERO, BigDecimal.TEN).percentBetter()).isNull();
  }

  @Test
  void neverPlotsAScreening() {
    Instrument audit = INSTRUMENTS.current("AUDIT").orElseThrow();
    assertThat(ChangeSinceBaseline.of(audit, null, BigDecimal.TEN, BigDecimal.ONE))
        .isEqualTo(new None(Reason.NOT_AN_OUTCOME));
  }

  @ParameterizedTest
  @CsvSource({
    "20, 26, 1, reliable-deterioration",
    "20, 25, 1, ",
    "20, 15, 4, no-reliable-improvement-by-half",
    "20, 15, 3, ",
    "20, 14, 4, ",
    "9, 9, 6, " // no clinical baseline: nothing to improve reliably
  })
  void saysWhoIsNotOnTrackByAStatedRule(int baseline, int now, int week, String rule) {
    Verdict verdict =
        TrackRules.judge(
            phq9(),
            null,
            changed("PHQ-9", BigDecimal.valueOf(baseline), BigDecimal.valueOf(now)),
            ADMITTED,
            ADMITTED.plusWeeks(week),
            8);
    if (rule == null) assertThat(verdict).isInstanceOf(Verdict.OnTrack.class);
    else {
      assertThat(verdict)
          .isInstanceOfSatisfying(
              Verdict.NotOnTrack.class, not -> assertThat(not.rule()).isEqualTo(rule));
    }
  }

  private static Instrument phq9() {
    return INSTRUMENTS.current("PHQ-9").orElseThrow();
  }

  private static Changed changed(String id, BigDecimal baseline, BigDecimal now) {
    Instrument instrument = INSTRUMENTS.current(id).orElseThrow();
    return (Changed) ChangeSinceBaseline.of(instrument, null, baseline, now);
  }
}
