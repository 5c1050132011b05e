package org.daybridge.outcomes.assignment.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.daybridge.contract.intake.Population;
import org.daybridge.outcomes.assignment.Cadence;
import org.daybridge.outcomes.assignment.Cadence.Entry;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.instrument.store.InstrumentFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceFileTest {
  private static final Instruments INSTRUMENTS = InstrumentFiles.load();

  @ParameterizedTest
  @CsvSource({
    "BIPOLAR, ASRM, 1997, true",
    "bipolar, ASRM, 1997, true",
    "PTSD, PCL-5, 2013-month, true",
    "SUD, AUDIT, 2001, false", // a year: a screen
    "SUD, DAST-10, 1982, false",
    "ED, EDE-Q, 6.0, false" // four weeks: at admission, not weekly
  })
  void asksATrackForItsOwnOnTopOfEverybodysBattery(
      String track, String id, String version, boolean repeated) {
    Cadence cadence = new CadenceFile().cadence(INSTRUMENTS);
    Instrument own = INSTRUMENTS.require(id, version);
    List<Instrument> everybodys = asked(cadence.baselineOf(Population.CO_OCCURRING, "day"));
    assertThat(everybodys).doesNotContain(own);
    assertThat(asked(cadence.baselineOf(Population.CO_OCCURRING, track)))
        .containsAll(everybodys)
        .contains(own);
    assertThat(asked(cadence.repeatedIn(Population.CO_OCCURRING, track)).contains(own))
        .isEqualTo(repeated);
  }

  private static List<Instrument> asked(List<Entry> entries) {
    return entries.stream().map(Entry::instrument).toList();
  }
}
