package org.daybridge.kit.readiness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** In what surroundings the service runs. */
@ConfigMapping(prefix = "daybridge")
public interface ReadinessSettings {
  /** PRODUCTION refuses what is unsafe; LOCAL and TEST only mention it. */
  @WithDefault("PRODUCTION")
  Mode mode();

  /** Whether the clock can be moved from outside. */
  @WithDefault("false")
  boolean simulation();

  /** Longest life of a token that is accepted. */
  @WithDefault("900")
  int longestTokenSeconds();

  /** Where a service can run. */
  enum Mode {
    PRODUCTION,
    LOCAL,
    TEST
  }
}
