package org.daybridge.kit.timer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the house. It shows real time unless this is a simulation, where the launcher moves
 * it; tokens, audit and outbox stay on real time.
 */
public final class ServiceClock extends Clock {
  private final ZoneId zone;
  private volatile Duration ahead = Duration.ZERO;

  public ServiceClock() {
    this(ZoneOffset.UTC);
  }

  private ServiceClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    Clock outer = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return outer.instant();
      }

      @Override
      public ZoneId getZone() {
        return other;
      }

      @Override
      public Clock withZone(ZoneId another) {
        return outer.withZone(another);
      }
    };
  }

  /** Moves the clock so that it now shows this time; it goes on from there. */
  public void show(Instant now) {
    ahead = Duration.between(Clock.systemUTC().instant(), now);
  }
}
