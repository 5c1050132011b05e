package org.daybridge.outcomes.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One telling to one target, of an alarm or of a report that is due. It is tried again, at first
 * soon, until it is delivered or its time is over.
 *
 * @param riskCase empty for what is no alarm
 * @param answer how the last attempt ended: a status, or what kept it from one
 */
public record Notice(
    UUID id,
    UUID target,
    @Nullable UUID riskCase,
    Instant raisedAt,
    State state,
    int attempts,
    @Nullable String answer,
    @Nullable Instant settledAt) {
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** What it tells: to a receiver it is always that somebody is needed. */
  public enum Kind {
    ALARM,
    TRIAL,
    REPORT_DUE
  }

  /** How far it is. */
  public enum State {
    PENDING,
    DELIVERED,
    FAILED
  }

  /** How long to wait after so many attempts. */
  public static Duration pause(int attempts) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(10, Math.max(0, attempts - 1)));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
