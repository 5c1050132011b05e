package org.daybridge.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.daybridge.local.ServiceName;

/**
 * Asks the follower's database again and again which measures have arrived. Both databases are one
 * server's, so that one clock tells when a row was written and when it was seen.
 */
final class Arrivals implements AutoCloseable {

  private static final Duration LOOKED_BACK = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String SEEN_NOW =
      "select measure_id, (extract(epoch from clock_timestamp()) * 1e6)::bigint"
          + " from measure_point where measure_id > ?";
  private static final String RECORDED =
      "select (payload::json ->> 'measureId')::uuid, (extract(epoch from recorded_at) * 1e6)::bigint"
          + " from outbox where type = 'MeasureRecorded' and seq > ?";

  private final Connection outcomes;
  private final Connection records;
  private final Map<UUID, Long> seen = new HashMap<>();
  private final Thread watcher;
  private final long firstSequence;
  private volatile boolean closing;

  private Arrivals(Connection outcomes, Connection records) throws SQLException {
    this.outcomes = outcomes;
    this.records = records;
    try (var statement = outcomes.createStatement();
        var last = statement.executeQuery("select coalesce(max(seq), 0) from outbox")) {
      last.next();
      this.firstSequence = last.getLong(1);
    }
    this.watcher = Thread.ofPlatform().daemon().name("arrivals").start(this::look);
  }

  static Arrivals watch(Lab lab) throws IOException {
    try {
      return new Arrivals(
          lab.database(ServiceName.OUTCOMES), lab.database(ServiceName.CLINICAL_RECORDS));
    } catch (SQLException refused) {
      throw new IOException("The databases can't be watched.", refused);
    }
  }

  private void look() {
    try (PreparedStatement query = records.prepareStatement(SEEN_NOW)) {
      while (!closing) {
        query.setObject(1, oldestOfInterest());
        try (var found = query.executeQuery()) {
          synchronized (seen) {
            while (found.next()) {
              seen.putIfAbsent(found.getObject(1, UUID.class), found.getLong(2));
            }
          }
        }
        TimeUnit.MILLISECONDS.sleep(2);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The follower's database can't be watched.", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ids begin with the time they were made: those before are known. */
  private static UUID oldestOfInterest() {
    long millis = System.currentTimeMillis() - LOOKED_BACK.toMillis();
    return new UUID(millis << 16, 0);
  }

  /** Waits for all that was recorded since the start, and tells what each took in microseconds. */
  Histogram sinceRecorded() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Map<UUID, Long> recorded = recorded();
    while (!arrived(recorded)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Not all of " + recorded.size() + " events arrived.");
      }
      Thread.sleep(100);
    }
    Histogram took = new Histogram(3);
    synchronized (seen) {
      recorded.forEach((id, at) -> took.recordValue(Math.max(0, seen.get(id) - at)));
    }
    return took;
  }

  private boolean arrived(Map<UUID, Long> recorded) {
    synchronized (seen) {
      return seen.keySet().containsAll(recorded.keySet());
    }
  }

  private Map<UUID, Long> recorded() throws IOException {
    Map<UUID, Long> recorded = new HashMap<>();
    try (PreparedStatement query = outcomes.prepareStatement(RECORDED)) {
      query.setLong(1, firstSequence);
      try (var found = query.executeQuery()) {
        while (found.next()) {
          recorded.put(found.getObject(1, UUID.class), found.getLong(2));
        }
      }
    } catch (SQLException failed) {
      throw new IOException("The outbox can't be read.", failed);
    }
    return recorded;
  }

  @Override
  public void close() {
    closing = true;
    try {
      watcher.join();
      records.close();
      outcomes.close();
    } catch (SQLException | InterruptedException stays) {
      throw new IllegalStateException("The databases can't be left.", stays);
    }
  }
}
