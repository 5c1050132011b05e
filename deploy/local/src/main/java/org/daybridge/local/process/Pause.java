package org.daybridge.local.process;

import java.time.Duration;

/** The wait between two looks at something that another process does. */
final class Pause {

  private static final Duration SHORT = Duration.ofMillis(50);

  private Pause() {}

  static void shortly() {
    try {
      Thread.sleep(SHORT);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a process.", stopping);
    }
  }
}
