package org.daybridge.scheduling.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybridge.scheduling.enrollment.BookingRules.EpisodeSpan;
import org.daybridge.scheduling.enrollment.BookingRules.Obstacle;
import org.daybridge.scheduling.enrollment.BookingRules.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingRulesTest {
  private static final Instant START = Instant.parse("2026-03-02T14:00:00Z");
  private static final Instant END = START.plusSeconds(3600);
  private static final EpisodeSpan OPEN =
      new EpisodeSpan(START.minusSeconds(86_400), Optional.empty());

  @ParameterizedTest
  @CsvSource({"11, ", "12, group-full", "13, group-full"})
  void theLastSeatIsTheTwelfth(int taken, String rule) {
    assertThat(first(request(Optional.of(OPEN), true, taken, START.minusSeconds(60))))
        .isEqualTo(rule);
  }

  @Test
  void onlyAnAdmittedPatientIsScheduled() {
    assertThat(first(request(Optional.empty(), true, 0, START.minusSeconds(60))))
        .isEqualTo("not-admitted");
  }

  @Test
  void nothingIsScheduledAfterTheDischarge() {
    var discharged = new EpisodeSpan(START.minusSeconds(86_400), Optional.of(START));

    assertThat(first(request(Optional.of(discharged), true, 0, START.minusSeconds(60))))
        .isEqualTo("not-admitted");
  }

  @Test
  void aSessionThatHasBegunOrIsCancelledIsNotBooked() {
    assertThat(first(request(Optional.of(OPEN), true, 0, START))).isEqualTo("session-bookable");
    assertThat(first(request(Optional.of(OPEN), false, 0, START.minusSeconds(60))))
        .isEqualTo("session-bookable");
  }

  @Test
  void everyObstacleIsNamed() {
    var request =
        new Request(Optional.empty(), START, END, false, 12, 12, true, true, true, true, START);

    assertThat(BookingRules.obstacles(request))
        .extracting(Obstacle::rule)
        .isEqualTo(
            List.of(
                "not-admitted",
                "session-bookable",
                "enrolled-once",
                "minors-apart",
                "no-contact",
                "obligation-free",
                "group-full"));
  }

  private static Request request(
      Optional<EpisodeSpan> episode, boolean planned, int taken, Instant now) {
    return new Request(episode, START, END, planned, 12, taken, false, false, false, false, now);
  }

  private static String first(Request request) {
    return BookingRules.obstacle(request).map(Obstacle::rule).orElse(null);
  }
}
