package org.daybridge.scheduling.weekplan.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of the machine the laying out of weeks may have. */
@ConfigMapping(prefix = "daybridge.week-plan")
interface PlanSettings {
  /** Weeks searched for at a time, never more than there are cores; the others wait. */
  @WithDefault("1")
  int solvers();
}
