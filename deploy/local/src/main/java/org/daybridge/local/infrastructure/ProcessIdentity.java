package org.daybridge.local.infrastructure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process and no other: numbers are used again by the operating system, a number together with
 * its start is not.
 */
public record ProcessIdentity(long pid, Instant started) {

  /** The process that runs this code. */
  public static ProcessIdentity current() {
    return of(ProcessHandle.current());
  }

  /** The identity of a process that runs now. */
  public static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process, if it still runs. The start is compared within the precision of the kernel. */
  public Optional<ProcessHandle> running() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(
            it -> {
              Instant now = it.info().startInstant().orElse(Instant.EPOCH);
              return Duration.between(now, started).abs().toMillis() < 1_000;
            });
  }

  /** Whether the process still runs. */
  public boolean isRunning() {
    return running().isPresent();
  }

  /** Asks the process to end, and ends it when it has not done so in time. */
  public void stop(Duration patience) {
    running().ifPresent(process -> stop(process, patience));
  }

  static void stop(ProcessHandle process, Duration patience) {
    boolean asked = process.destroy();
    if (asked && ended(process, patience)) {
      return;
    }
    if (process.destroyForcibly()) {
      ended(process, Duration.ofSeconds(5));
    }
  }

  /**
   * Asks again and again: the JDK would tell on the common pool, which may wait for this answer.
   */
  static boolean ended(ProcessHandle process, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (process.isAlive()) {
        if (System.nanoTime() > end) {
          return false;
        }
        Thread.sleep(10);
      }
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
