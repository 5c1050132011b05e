package org.daybridge.outcomes.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.daybridge.kit.decision.Decision;

/**
 * When a check-in can have been answered: not tomorrow. One that comes late is taken all the same,
 * as is whatever it says.
 */
final class CheckInRules {
  /** Clocks of devices are a little off. */
  private static final Duration DEVICE_CLOCK = Duration.ofMinutes(5);

  private CheckInRules() {}

  static Optional<Decision.Refused<CheckIn, Void>> refusal(Instant answeredAt, Instant now) {
    return answeredAt.isAfter(now.plus(DEVICE_CLOCK))
        ? Optional.of(
            new Decision.Refused<>(
                "answered-not-in-the-future", "answeredAt is in the future", Decision.Kind.RULE))
        : Optional.empty();
  }
}
