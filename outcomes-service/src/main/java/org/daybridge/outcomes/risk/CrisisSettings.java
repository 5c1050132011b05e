package org.daybridge.outcomes.risk;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Telephones of the clinic on the crisis card. */
@ConfigMapping(prefix = "daybridge.crisis")
interface CrisisSettings {
  Optional<String> clinicTelephone();

  Optional<String> onCallTelephone();
}
