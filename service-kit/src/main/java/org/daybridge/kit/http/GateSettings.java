package org.daybridge.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** Which addresses need no token. */
@ConfigMapping(prefix = "daybridge.gate")
public interface GateSettings {
  /** Starts of paths that anybody may ask. */
  @WithDefault("/fhir/metadata")
  List<String> publicPaths();
}
