package org.daybridge.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/** The passwords of one local stack, drawn when its folder is made and kept in it. */
public final class Secrets {

  private static final String FILE = "secrets.properties";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<String> NAMES = List.of("superuser", "owner", "app", "worker");

  private final Properties values;

  private Secrets(Properties values) {
    this.values = values;
  }

  /** Reads the folder's passwords, or draws them. */
  public static Secrets in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    Properties values = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        values.load(reader);
      }
      return new Secrets(values);
    }
    for (String name : NAMES) {
      byte[] bytes = new byte[16];
      RANDOM.nextBytes(bytes);
      values.setProperty(name, HexFormat.of().formatHex(bytes));
    }
    ReadyFile.write(file, values);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    return new Secrets(values);
  }

  /** The password of the database's superuser, for those who measure or repair. */
  public String superuser() {
    return values.getProperty("superuser");
  }

  /** The password of the roles that migrate. */
  public String owner() {
    return values.getProperty("owner");
  }

  /** The password of the roles that serve requests. */
  public String app() {
    return values.getProperty("app");
  }

  /** The password of the roles of relays, sealers and timers. */
  public String worker() {
    return values.getProperty("worker");
  }
}
