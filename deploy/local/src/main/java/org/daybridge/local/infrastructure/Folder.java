package org.daybridge.local.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The folder of one infrastructure: {@code postgres}, {@code kafka}, {@code logs} and the ports
 * that were used last, which are used again so that services find their way back after a restart.
 */
final class Folder {

  private static final String TEMPORARY_PARENT = "daybridge-tests-";
  private static final String OWNER = "owner.properties";
  private static final String PORTS = "infrastructure.properties";

  private final Path root;
  private final boolean temporary;

  private Folder(Path root, boolean temporary) {
    this.root = root;
    this.temporary = temporary;
  }

  static Folder prepare(InfrastructureOptions options) throws IOException {
    if (options.folder() != null) {
      Folder kept = new Folder(options.folder(), false);
      Files.createDirectories(kept.logs());
      Files.createDirectories(kept.kafka());
      LeftPostmaster.stop(kept.postgres());
      return kept;
    }
    Path parent =
        Path.of(
            System.getProperty("java.io.tmpdir"),
            TEMPORARY_PARENT + System.getProperty("user.name"));
    Files.createDirectories(parent);
    removeOrphans(parent);
    Folder own = new Folder(Files.createTempDirectory(parent, "run"), true);
    own.writeOwner();
    Files.createDirectories(own.logs());
    Files.createDirectories(own.kafka());
    return own;
  }

  /** Test folders whose process was killed: their database still runs and is stopped here. */
  private static void removeOrphans(Path parent) throws IOException {
    try (Stream<Path> runs = Files.list(parent)) {
      for (Path run : runs.filter(Files::isDirectory).toList()) {
        Folder left = new Folder(run, true);
        if (left.isOrphan()) {
          LeftPostmaster.stop(left.postgres());
          left.discardIfTemporary();
        }
      }
    }
  }

  private void writeOwner() throws IOException {
    ProcessIdentity self = ProcessIdentity.current();
    Properties owner = new Properties();
    owner.setProperty("pid", Long.toString(self.pid()));
    owner.setProperty("started", self.started().toString());
    ReadyFile.write(root.resolve(OWNER), owner);
  }

  private boolean isOrphan() {
    Path file = root.resolve(OWNER);
    Properties owner = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      owner.load(reader);
      return !new ProcessIdentity(
              Long.parseLong(owner.getProperty("pid")),
              java.time.Instant.parse(owner.getProperty("started")))
          .isRunning();
    } catch (IOException | RuntimeException unowned) {
      return false;
    }
  }

  Path root() {
    return root;
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  Path kafka() {
    return root.resolve("kafka");
  }

  Path logs() {
    return root.resolve("logs");
  }

  void rememberPorts(int postgres, int kafka) throws IOException {
    Properties ports = new Properties();
    ports.setProperty("postgres.port", Integer.toString(postgres));
    ports.setProperty("kafka.port", Integer.toString(kafka));
    ReadyFile.write(root.resolve(PORTS), ports);
  }

  /** The wanted port, else the last one if it is free, else any free one. */
  int port(String server, int wanted) throws IOException {
    if (wanted != 0) {
      return wanted;
    }
    int last = lastPort(server + ".port");
    return last != 0 && isFree(last) ? last : freePort();
  }

  private int lastPort(String name) throws IOException {
    Path file = root.resolve(PORTS);
    if (!Files.exists(file)) {
      return 0;
    }
    Properties ports = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      ports.load(reader);
    }
    return Integer.parseInt(ports.getProperty(name, "0"));
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  void discardIfTemporary() throws IOException {
    if (!temporary || !Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
