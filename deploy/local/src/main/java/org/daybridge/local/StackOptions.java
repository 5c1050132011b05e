package org.daybridge.local;

import java.nio.file.Path;
import java.util.Optional;
import org.daybridge.local.process.ExternalServers;

/**
 * How a stack is wanted.
 *
 * @param root the repository
 * @param folder where the stack keeps its data; none means a temporary folder, removed at the end
 * @param port the gateway's port, 0 for a free one
 * @param durable whether a commit has to survive the loss of power
 * @param simulation whether one clock for all services can be moved
 * @param sample whether the sample clinic is loaded
 * @param training whether the services record what the next start can take from a cache
 * @param external servers that run elsewhere
 */
public record StackOptions(
    Path root,
    Optional<Path> folder,
    int port,
    boolean durable,
    boolean simulation,
    boolean sample,
    boolean training,
    Optional<ExternalServers> external) {

  /** The port of {@code ./daybridge up}. */
  public static final int USUAL_PORT = 8080;

  /** A stack that keeps its data, as {@code ./daybridge up} starts it. */
  public static StackOptions kept(Path root, Path folder) {
    return new StackOptions(
        root,
        Optional.of(folder),
        USUAL_PORT,
        true,
        false,
        true,
        false,
        ExternalServers.from(System.getenv()));
  }

  /** A stack for tests: temporary folder, free ports, nothing flushed to disk, a clock to move. */
  public static StackOptions forTests(Path root) {
    return new StackOptions(root, Optional.empty(), 0, false, true, true, false, Optional.empty());
  }

  /** The repository that this program was started for. */
  public static Path repository() {
    return Path.of(System.getProperty("daybridge.root", ".")).toAbsolutePath().normalize();
  }

  /** The same with the gateway on this port. */
  public StackOptions onPort(int wanted) {
    return new StackOptions(root, folder, wanted, durable, simulation, sample, training, external);
  }

  /** The same without the sample clinic. */
  public StackOptions empty() {
    return new StackOptions(root, folder, port, durable, simulation, false, training, external);
  }

  /** The same with each commit flushed to disk. */
  public StackOptions flushed() {
    return new StackOptions(root, folder, port, true, simulation, sample, training, external);
  }

  /** The same on real time. */
  public StackOptions onRealTime() {
    return new StackOptions(root, folder, port, durable, false, sample, training, external);
  }

  /** The same with its data kept in this folder. */
  public StackOptions in(Path kept) {
    return new StackOptions(
        root, Optional.of(kept), port, durable, simulation, sample, training, external);
  }

  /** The same, recording what the next start can take from a cache. */
  public StackOptions recording() {
    return new StackOptions(root, folder, port, durable, simulation, sample, true, external);
  }
}
