package org.daybridge.outcomes.risk;

import java.time.Duration;
import org.daybridge.outcomes.instrument.RiskLevel;

/** How long an alarm may ring before it escalates, and an acknowledged case wait for its end. */
public record RiskClocks(Duration high, Duration moderate, Duration low, Duration disposition) {

  Duration acknowledge(RiskLevel level) {
    return switch (level) {
      case HIGH -> high;
      case MODERATE -> moderate;
      case LOW -> low;
    };
  }

  /** The same day, whatever the level (SAF-4). */
  Duration dispose(RiskLevel level) {
    return level == RiskLevel.HIGH && disposition.compareTo(Duration.ofHours(4)) > 0
        ? Duration.ofHours(4)
        : disposition;
  }
}
