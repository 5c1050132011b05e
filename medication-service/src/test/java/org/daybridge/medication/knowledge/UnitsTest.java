package org.daybridge.medication.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import org.daybridge.medication.knowledge.store.KnowledgeFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {
  private static final Units UNITS =
      KnowledgeFiles.inForceOn(LocalDate.parse("2026-11-22")).tables().units();

  @ParameterizedTest
  @CsvSource({
    "mmol/L, 0.8, mmol/L, 0.8",
    "mmol/L, 0.8, mEq/L, 0.8",
    "mmol/L, 800, umol/L, 0.8",
    "mmol/L, 0.8, MMOL/L, 0.8",
    "mmol/L, 0.8, mmol/l, 0.8",
    "mmol/L, 0.08, mmol/dL, 0.8",
    "/uL, 0.9, 10*3/uL, 900",
    "/uL, 0.9, K/uL, 900",
    "/uL, 0.9, 10*9/L, 900",
    "/uL, 0.9, 10^9/L, 900",
    "/uL, 0.9, 10*3/mm3, 900",
    "/uL, 900, cells/mm3, 900",
    "/uL, 900, {cells}/uL, 900",
    "/uL, 900, {neutrophils}/uL, 900",
    "/uL, 900000000, /L, 900",
    "ug/mL, 60, mcg/mL, 60",
    "ug/mL, 60, µg/mL, 60",
    "ug/mL, 60, mg/L, 60",
    "ug/mL, 6, mg/dL, 60",
    "ug/mL, 60000, ng/mL, 60",
    "U/L, 120, IU/L, 120",
    "U/L, 120, [iU]/L, 120",
    "U/L, 0.12, U/mL, 120",
    "ms, 0.5, s, 500",
    "ms, 500, msec, 500",
    "mL/min, 55, mL/min/1.73m2, 55",
    "mL/min, 55, mL/min/{1.73_m2}, 55",
    "mL/min, 1, mL/s, 60",
    "mL/min, 3.3, L/h, 55"
  })
  void aResultIsBroughtIntoTheUnitOfTheRule(
      String wanted, double value, String unit, double expected) {
    assertThat(UNITS.in(wanted, value, unit).orElseThrow())
        .isCloseTo(expected, within(1e-6 * expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"furlong", "mg/dL", "mmol", "g", "Cel", "1", "%", "mmol per L", "?"})
  void anotherQuantityOrNoUnitAtAllIsNeverGuessed(String unit) {
    assertThat(UNITS.in("mmol/L", 1.6, unit)).isEmpty();
  }

  @Test
  void aConversionThatIsKnownCostsNextToNothing() {
    UNITS.in("/uL", 0.9, "10*3/uL");
    long before = System.nanoTime();
    for (int i = 0; i < 10_000; i++) {
      UNITS.in("/uL", i, "10*3/uL");
    }

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
  }
}
