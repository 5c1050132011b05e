package org.daybridge.scheduling.weekplan;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A week that somebody asked to have laid out. {@code seconds} is how long may be searched since it
 * was last put into the queue, {@code searchedMillis} how long it was; {@code version} grows with
 * each change of it.
 */
public record PlanJob(
    UUID id,
    String name,
    State state,
    long seed,
    int seconds,
    long searchedMillis,
    Optional<WeekScore> score,
    long moves,
    long version,
    Instant createdAt,
    Instant changedAt) {

  /** How far it is. */
  public enum State {
    QUEUED,
    RUNNING,
    STOPPED,
    DONE,
    FAILED;

    /** Whether nothing more happens unless somebody asks. */
    public boolean ended() {
      return this != QUEUED && this != RUNNING;
    }
  }
}
