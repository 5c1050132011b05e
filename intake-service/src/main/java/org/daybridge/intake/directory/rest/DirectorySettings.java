package org.daybridge.intake.directory.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the public may ask. */
@ConfigMapping(prefix = "daybridge.directory")
interface DirectorySettings {
  /** Requests a minute from one address, for each replica. */
  @WithDefault("120")
  int requestsPerMinute();
}
