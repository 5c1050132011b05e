package org.daybridge.local.process;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;

/** The keys of a service's sensitive columns, in the two lines that the service reads. */
final class KeysetFile {

  private KeysetFile() {}

  /**
   * Makes the file when it is missing. A file that is there is never replaced: data needs its keys.
   */
  static void make(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      AeadConfig.register();
      MacConfig.register();
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.write(
          next,
          List.of(
              line(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)),
              line(KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG))));
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-------"));
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("The keyset " + file + " can't be made.", impossible);
    }
  }

  private static String line(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get())
        .replaceAll("\\R\\s*", " ");
  }
}
