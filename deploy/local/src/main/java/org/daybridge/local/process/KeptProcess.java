package org.daybridge.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.daybridge.local.Console;
import org.daybridge.local.infrastructure.ProcessIdentity;
import org.jspecify.annotations.Nullable;

/**
 * A process that is meant to run: when it ends by itself, it is started again and the person at the
 * terminal is told. A process that ends at once again and again is started ever more slowly.
 */
final class KeptProcess {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  private final ProcessPlan plan;
  private final PidFiles pidFiles;
  private final Console console;
  private final Runnable afterRestart;
  private @Nullable Process process;
  private boolean wanted;
  private int failuresInARow;

  /** What has to happen when the process was started again runs after each such start. */
  KeptProcess(ProcessPlan plan, PidFiles pidFiles, Console console, Runnable afterRestart) {
    this.plan = plan;
    this.pidFiles = pidFiles;
    this.console = console;
    this.afterRestart = afterRestart;
  }

  synchronized void start() {
    wanted = true;
    launch();
  }

  private synchronized void launch() {
    if (!wanted) {
      return;
    }
    try {
      Process started = plan.start();
      process = started;
      pidFiles.write(plan.name(), started.toHandle());
      long since = System.nanoTime();
      CompletableFuture<Void> watched =
          started.onExit().thenAccept(ended -> ended(ended, System.nanoTime() - since));
      if (watched.isCompletedExceptionally()) {
        watched.join();
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(plan.name() + " can't be started.", refused);
    }
  }

  private void ended(Process ended, long nanos) {
    long delay;
    synchronized (this) {
      if (!wanted || !ended.equals(process)) {
        return;
      }
      failuresInARow = nanos > LONG_ENOUGH.toNanos() ? 1 : failuresInARow + 1;
      delay = failuresInARow == 1 ? 0 : Math.min(10_000L, 500L << Math.min(failuresInARow, 5));
    }
    console.say(
        plan.name()
            + " ended (exit "
            + ended.exitValue()
            + ") and is started again."
            + lastLines());
    CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS)
        .execute(
            () -> {
              launch();
              afterRestart.run();
            });
  }

  /** Its log's end, once it fails a second time: then there is something to read. */
  private String lastLines() {
    if (failuresInARow < 2) {
      return "";
    }
    return " Its log " + plan.log() + " ends with:\n" + LogEnd.of(plan.log());
  }

  /** Ends it the hard way, as a fault would; it comes back. */
  synchronized void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  synchronized int failuresInARow() {
    return failuresInARow;
  }

  /** Asks it to end, waits, and ends it if it does not. */
  void stop() {
    Process current;
    synchronized (this) {
      wanted = false;
      current = process;
    }
    if (current != null) {
      ProcessIdentity.of(current.toHandle()).stop(plan.patience());
      pidFiles.remove(plan.name());
    }
  }

  ProcessPlan plan() {
    return plan;
  }
}
