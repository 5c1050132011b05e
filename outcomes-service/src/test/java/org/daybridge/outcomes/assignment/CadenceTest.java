package org.daybridge.outcomes.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.daybridge.contract.intake.Population;
import org.daybridge.outcomes.assignment.Cadence.Entry;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.instrument.store.InstrumentFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
  private static final Instruments INSTRUMENTS = InstrumentFiles.load();

  @ParameterizedTest
  @CsvSource({
    "PHQ-9, 7, true", // two weeks, asked weekly by program convention
    "PHQ-9, 6, false",
    "BAM-IOP, 7, true",
    "BAM, 28, true",
    "BAM, 27, false",
    "EDE-Q, 28, true",
    "AUDIT, 7, false", // a year: no weekly outcome
    "AUDIT, 365, true",
    "CUDIT-R, 181, false"
  })
  void asksNothingAgainWithinItsLookBack(String id, int everyDays, boolean allowed) {
    List<Entry> entries = List.of(entry(id, everyDays, Set.of(Population.MENTAL_HEALTH)));
    if (allowed) assertThat(new Cadence(entries).entries()).hasSize(1);
    else {
      assertThatThrownBy(() -> new Cadence(entries))
          .hasMessageContaining("cadence-respects-look-back");
    }
  }

  @Test
  void asksEachPopulationForItsOwn() {
    Cadence cadence =
        new Cadence(
            List.of(
                entry("PHQ-9", 7, Set.of(Population.MENTAL_HEALTH, Population.SUBSTANCE_USE)),
                entry("BAM-IOP", 7, Set.of(Population.SUBSTANCE_USE)),
                entry("C-SSRS", 0, Set.of(Population.SUBSTANCE_USE))));
    assertThat(cadence.baselineOf(Population.SUBSTANCE_USE, "day")).hasSize(3);
    assertThat(cadence.repeatedIn(Population.SUBSTANCE_USE, "day")).hasSize(2);
    assertThat(cadence.baselineOf(Population.MENTAL_HEALTH, "day")).hasSize(1);
  }

  private static Entry entry(String id, int everyDays, Set<Population> populations) {
    Instrument instrument = INSTRUMENTS.current(id).orElseThrow();
    return new Entry(instrument, everyDays, true, populations, Set.of());
  }
}
