package org.daybridge.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The keys of this service from a file of two lines: an AEAD keyset and a MAC keyset, in Tink's
 * JSON. A cluster mounts it from its secret store; the local launcher makes one at the first start.
 */
final class Keysets {
  private final Aead aead;
  private final Mac mac;

  private Keysets(KeysetHandle aead, KeysetHandle mac) throws GeneralSecurityException {
    this.aead = aead.getPrimitive(RegistryConfiguration.get(), Aead.class);
    this.mac = mac.getPrimitive(RegistryConfiguration.get(), Mac.class);
  }

  static Keysets of(Optional<Path> file) {
    try {
      AeadConfig.register();
      MacConfig.register();
      if (file.isPresent()) {
        java.util.List<String> lines = Files.readAllLines(file.get());
        return new Keysets(parsed(lines.get(0)), parsed(lines.get(1)));
      }
      return new Keysets(newAead(), newMac());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The keyset can't be used", e);
    } catch (IOException e) {
      throw new UncheckedIOException("The keyset file can't be read", e);
    }
  }

  static KeysetHandle newAead() throws GeneralSecurityException {
    AeadConfig.register();
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
  }

  static KeysetHandle newMac() throws GeneralSecurityException {
    MacConfig.register();
    return KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG);
  }

  private static KeysetHandle parsed(String json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
  }

  Aead aead() {
    return aead;
  }

  Mac mac() {
    return mac;
  }
}
