package org.daybridge.scheduling.attendance;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch that attendance is measured against: the actual start and end where the facilitator
 * has set them, else the planned ones. A session through a daylight-saving change has its true
 * length, because these are instants.
 */
public record SessionTimes(Instant start, Instant end) {
  public Duration length() {
    return Duration.between(start, end);
  }
}
