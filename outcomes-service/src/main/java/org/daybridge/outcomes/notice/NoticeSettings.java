package org.daybridge.outcomes.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Where notices may go. */
@ConfigMapping(prefix = "daybridge.notice")
public interface NoticeSettings {
  /** Hosts of one's own network that may be told, also without TLS; none otherwise. */
  Optional<Set<String>> trustedHosts();

  /** How long a target may take to answer. */
  @WithDefault("5")
  int timeoutSeconds();
}
