package org.daybridge.kit.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives every bean the one clock. */
@ApplicationScoped
public class ClockProducer {
  private final ServiceClock clock = new ServiceClock();

  @Produces
  @Singleton
  ServiceClock serviceClock() {
    return clock;
  }
}
