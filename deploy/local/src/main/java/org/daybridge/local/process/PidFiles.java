package org.daybridge.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.daybridge.local.infrastructure.ProcessIdentity;

/**
 * Notes of the processes of a stack, by number and start. What a killed launcher leaves running is
 * found by them and stopped; a number that now belongs to another program is left alone.
 */
public final class PidFiles {

  private static final String ENDING = ".pid";
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  private final Path folder;

  /** Notes in this folder. */
  public PidFiles(Path folder) {
    this.folder = folder;
  }

  /** Notes that a process runs under this name. */
  public void write(String name, ProcessHandle process) {
    ProcessIdentity identity = ProcessIdentity.of(process);
    Properties note = new Properties();
    note.setProperty("pid", Long.toString(identity.pid()));
    note.setProperty("started", identity.started().toString());
    try {
      Files.createDirectories(folder);
      Path next = folder.resolve(name + ".next");
      try (Writer writer = Files.newBufferedWriter(next)) {
        note.store(writer, null);
      }
      Files.move(next, folder.resolve(name + ENDING), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Forgets a process that has ended. */
  public void remove(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name + ENDING));
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }

  /** The running process of this name. */
  public Optional<ProcessIdentity> running(String name) {
    return read(folder.resolve(name + ENDING)).filter(ProcessIdentity::isRunning);
  }

  /** All that are noted and still run, by name. */
  public SortedMap<String, ProcessIdentity> allRunning() {
    SortedMap<String, ProcessIdentity> found = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> notes = Files.list(folder)) {
      notes
          .map(note -> note.getFileName().toString())
          .filter(note -> note.endsWith(ENDING))
          .map(note -> note.substring(0, note.length() - ENDING.length()))
          .forEach(name -> running(name).ifPresent(it -> found.put(name, it)));
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Stops everything that is noted, the infrastructure last. Names what it stopped. */
  public SortedMap<String, ProcessIdentity> stopAll() {
    SortedMap<String, ProcessIdentity> found = allRunning();
    found.entrySet().parallelStream()
        .filter(it -> !it.getKey().equals(InfrastructureProcess.NAME))
        .forEach(it -> it.getValue().stop(PATIENCE));
    Optional.ofNullable(found.get(InfrastructureProcess.NAME)).ifPresent(it -> it.stop(PATIENCE));
    found.keySet().forEach(this::remove);
    return found;
  }

  private static Optional<ProcessIdentity> read(Path note) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(note)) {
      properties.load(reader);
      return Optional.of(
          new ProcessIdentity(
              Long.parseLong(properties.getProperty("pid")),
              Instant.parse(properties.getProperty("started"))));
    } catch (IOException | RuntimeException absentOrBroken) {
      return Optional.empty();
    }
  }
}
