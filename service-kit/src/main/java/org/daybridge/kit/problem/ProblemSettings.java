package org.daybridge.kit.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How problem types are named. */
@ConfigMapping(prefix = "daybridge.problem")
public interface ProblemSettings {
  /** Start of every problem type; the slug follows. */
  @WithDefault("https://daybridge.org/problems/")
  String base();
}
