package org.daybridge.scheduling.weekplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.daybridge.scheduling.weekplan.WeekProblem.Window;
import org.junit.jupiter.api.Test;

class WindowsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void whatIsTakenIsCutOutAndTheRestStays() {
    assertThat(
            Windows.without(
                List.of(at(480, 720), at(780, 900)), List.of(at(500, 540), at(700, 800))))
        .containsExactly(at(480, 500), at(540, 700), at(800, 900));
    assertThat(Windows.without(List.of(at(480, 720)), List.of(at(400, 800)))).isEmpty();
    assertThat(Windows.without(List.of(at(480, 720)), List.of(at(720, 800))))
        .containsExactly(at(480, 720));
    Window otherDay = new Window(DAY.plusDays(1), 480, 720);
    assertThat(Windows.without(List.of(at(480, 720)), List.of(otherDay)))
        .containsExactly(at(480, 720));
  }

  @Test
  void timesThatTouchBecomeOne() {
    assertThat(Windows.joined(List.of(at(600, 700), at(480, 600), at(500, 550), at(701, 800))))
        .containsExactly(at(480, 700), at(701, 800));
  }

  private static Window at(int from, int to) {
    return new Window(DAY, from, to);
  }
}
