package org.daybridge.kit.readiness;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.daybridge.kit.outbox.EventPump;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Shows a consumer that has not asked its topics for a minute. It does not take the service out.
 */
@Wellness
@ApplicationScoped
public class EventHealth implements HealthCheck {
  private static final long LOST_SECONDS = 60;

  private final EventPump pump;

  EventHealth(EventPump pump) {
    this.pump = pump;
  }

  @Override
  public HealthCheckResponse call() {
    long silent = pump.sincePoll().toSeconds();
    return HealthCheckResponse.named("event-pump")
        .status(silent < LOST_SECONDS)
        .withData("secondsSincePoll", silent)
        .build();
  }
}
