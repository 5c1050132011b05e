package org.daybridge.outcomes.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

  @ParameterizedTest
  @CsvSource({"1,2", "2,4", "3,8", "5,32", "6,60", "40,60"})
  void waitsLongerAfterEachAttemptUpToAMinute(int attempts, int seconds) {
    assertThat(Notice.pause(attempts)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
