package org.daybridge.kit.crypto;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the keys of the sensitive columns are. */
@ConfigMapping(prefix = "daybridge.crypto")
public interface CryptoSettings {
  /** File with the keysets; only a test may run without one. */
  Optional<Path> keyset();
}
