package org.daybridge.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.UUID;

/** Whose data this installation keeps. */
@ConfigMapping(prefix = "daybridge.identity")
public interface IdentitySettings {
  /** The organization of callers whose token names none. */
  @WithDefault("01900000-0000-7000-8000-000000000001")
  UUID organization();
}
