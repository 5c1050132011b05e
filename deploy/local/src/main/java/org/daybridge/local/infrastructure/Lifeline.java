package org.daybridge.local.infrastructure;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Ends an infrastructure that nobody needs any more. */
final class Lifeline {

  private static final Duration PACE = Duration.ofSeconds(30);

  private final InfrastructureOptions options;
  private final Postgres postgres;

  Lifeline(InfrastructureOptions options, Postgres postgres) {
    this.options = options;
    this.postgres = postgres;
  }

  void watch() {
    if (options.exitWith() != 0) {
      Optional<ProcessHandle> owner = ProcessHandle.of(options.exitWith());
      Thread.ofVirtual()
          .name("owner")
          .start(
              () -> {
                owner.ifPresent(process -> process.onExit().join());
                System.exit(0);
              });
    }
    if (!options.idle().isZero()) {
      Thread.ofVirtual().name("idle").start(this::untilIdle);
    }
  }

  private void untilIdle() {
    Duration alone = Duration.ZERO;
    while (alone.compareTo(options.idle()) < 0) {
      try {
        Thread.sleep(PACE);
        alone = postgres.clients() == 0 ? alone.plus(PACE) : Duration.ZERO;
      } catch (InterruptedException stopping) {
        return;
      } catch (SQLException unreachable) {
        alone = alone.plus(PACE);
      }
    }
    System.exit(0);
  }
}
