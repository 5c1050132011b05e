package org.daybridge.local.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running infrastructure says about itself. The file exists only while both servers answer;
 * it is replaced in one step, so that a reader sees all of it or nothing.
 *
 * @param started when the process started: a number that came back later is another process
 */
public record ReadyFile(int postgresPort, int kafkaPort, long pid, Instant started) {

  /** Reads the file when it is there and its process still runs. */
  public static Optional<ReadyFile> ofRunning(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      ReadyFile ready =
          new ReadyFile(
              Integer.parseInt(properties.getProperty("postgres.port", "")),
              Integer.parseInt(properties.getProperty("kafka.port", "")),
              Long.parseLong(properties.getProperty("pid", "")),
              Instant.parse(properties.getProperty("started", "")));
      return Optional.of(ready)
          .filter(it -> new ProcessIdentity(it.pid(), it.started()).isRunning());
    } catch (IOException | RuntimeException absentOrBroken) {
      return Optional.empty();
    }
  }

  static void write(Path file, int postgresPort, int kafkaPort) throws IOException {
    ProcessIdentity self = ProcessIdentity.current();
    Properties properties = new Properties();
    properties.setProperty("postgres.port", Integer.toString(postgresPort));
    properties.setProperty("kafka.port", Integer.toString(kafkaPort));
    properties.setProperty("pid", Long.toString(self.pid()));
    properties.setProperty("started", self.started().toString());
    write(file, properties);
  }

  static void write(Path file, Properties properties) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path next = Files.createTempFile(parent, file.getFileName().toString(), ".next");
    try (Writer writer = Files.newBufferedWriter(next)) {
      properties.store(writer, null);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void remove(Path file) {
    try {
      Optional<ReadyFile> ready = ofRunning(file);
      if (ready.isEmpty() || ready.get().pid() == ProcessHandle.current().pid()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }

  /** Waits until no other process starts an infrastructure for the same ready file. */
  static Turn turn(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return new Turn(channel, channel.lock(), ofRunning(file).isPresent());
  }

  /** The right to start an infrastructure for one ready file; one process has it at a time. */
  record Turn(FileChannel channel, FileLock lock, boolean alreadyServed) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      lock.release();
      channel.close();
    }
  }
}
