package org.daybridge.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where events go and come from. */
@ConfigMapping(prefix = "daybridge.events")
public interface EventSettings {
  /** Bootstrap servers of the broker. */
  Optional<String> bootstrap();

  /** Service name in topics: intake, scheduling, clinical-records, medication, outcomes. */
  String service();

  /** Prefix of every topic. */
  @WithDefault("daybridge.")
  String topicPrefix();

  /** Consumer name; another name rebuilds the projections from the first event. */
  @WithDefault("${daybridge.events.service}")
  String consumer();

  /** How long a listener may be deaf before the relay looks by itself. */
  @WithDefault("1s")
  Duration slowPoll();

  /** Off only where a test drives the parts itself. */
  @WithDefault("true")
  boolean running();

  default String topicOf(String serviceName) {
    return topicPrefix() + serviceName + ".v1";
  }
}
