package org.daybridge.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What of a log is shown at the terminal. */
class LogEndTest {

  @Test
  void showsTheMessageAndTheFirstCauseOfAJsonLine() {
    String line =
        "{\"level\":\"ERROR\",\"message\":\"Failed to start\",\"exception\":{"
            + "\"exceptionType\":\"A\",\"message\":\"outer\",\"causedBy\":{\"exception\":{"
            + "\"exceptionType\":\"B\",\"message\":\"the port is taken\"}}}}";

    assertThat(LogEnd.readable(line)).isEqualTo("ERROR Failed to start: B the port is taken");
  }

  @Test
  void showsOtherLinesAsTheyAre() {
    assertThat(LogEnd.readable("Error: no such jar")).isEqualTo("Error: no such jar");
    assertThat(LogEnd.readable("{cut short")).isEqualTo("{cut short");
  }
}
