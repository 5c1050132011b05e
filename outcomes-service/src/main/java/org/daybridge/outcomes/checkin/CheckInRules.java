package org.daybridge.outcomes.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.daybridge.kit.decision.Decision;

/** When a check-in can have been answered. What it says never refuses it. */
final class CheckInRules {
  /** Clocks of devices are a little off. */
  private static final Duration DEVICE_CLOCK = Duration.ofMinutes(5);

  private CheckInRules() {}

  static Optional<Decision.Refused<CheckIn, Void>> refusal(
      Instant answeredAt, Instant now, int lateDays) {
    if (answeredAt.isAfter(now.plus(DEVICE_CLOCK))) {
      return refused("answered-not-in-the-future", "answeredAt is in the future");
    }
    if (answeredAt.isBefore(now.minus(Duration.ofDays(lateDays)))) {
      return refused(
          "check-in-comes-in-time", "it was answered more than " + lateDays + " days ago");
    }
    return Optional.empty();
  }

  private static Optional<Decision.Refused<CheckIn, Void>> refused(String rule, String because) {
    return Optional.of(new Decision.Refused<>(rule, because, Decision.Kind.RULE));
  }
}
