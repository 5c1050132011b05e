package org.daybridge.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
  private static final Duration PATIENCE = Duration.ofMinutes(5);

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
  private final UUID first = new UUID(System.currentTimeMillis() << 16, 0);
  private volatile boolean loading = true;
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

  /**
   * Waits until the follower has all that was recorded so far, so that an earlier benchmark's
   * backlog is not measured as this one's; tells how many were still to come.
   */
  static int catchUp(Lab lab) throws IOException, InterruptedException {
    try (Connection outcomes = lab.database(ServiceName.OUTCOMES);
        Connection records = lab.database(ServiceName.CLINICAL_RECORDS)) {
      Set<UUID> missing = new HashSet<>(recordedAfter(outcomes, 0).keySet());
      missing.removeAll(arrived(records));
      int backlog = missing.size();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!missing.isEmpty()) {
        requireInTime(end, missing.size());
        Thread.sleep(200);
        missing.removeAll(arrived(records));
      }
      return backlog;
    } catch (SQLException failed) {
      throw new IOException("The databases can't be asked.", failed);
    }
  }

  private static Set<UUID> arrived(Connection records) throws SQLException {
    Set<UUID> arrived = new HashSet<>();
    try (var statement = records.createStatement();
        var found = statement.executeQuery("select measure_id from measure_point")) {
      while (found.next()) {
        arrived.add(found.getObject(1, UUID.class));
      }
    }
    return arrived;
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

  /**
   * Ids begin with the time they were made. One that is not there after five seconds is asked for
   * again when the load has ended: its time is then too long, never too short.
   */
  private UUID oldestOfInterest() {
    long recent = System.currentTimeMillis() - LOOKED_BACK.toMillis();
    return loading ? new UUID(recent << 16, 0) : first;
  }

  /** Waits for all that was recorded since the start, and tells what each took in microseconds. */
  Histogram sinceRecorded() throws IOException, InterruptedException {
    loading = false;
    long end = System.nanoTime() + PATIENCE.toNanos();
    Map<UUID, Long> recorded = recorded();
    while (missingOf(recorded) > 0) {
      requireInTime(end, missingOf(recorded));
      Thread.sleep(100);
    }
    Histogram took = new Histogram(3);
    synchronized (seen) {
      recorded.forEach((id, at) -> took.recordValue(Math.max(0, seen.get(id) - at)));
    }
    return took;
  }

  private long missingOf(Map<UUID, Long> recorded) {
    synchronized (seen) {
      return recorded.keySet().stream().filter(id -> !seen.containsKey(id)).count();
    }
  }

  private static void requireInTime(long end, long missing) {
    if (System.nanoTime() > end) {
      throw new IllegalStateException(
          missing + " events have not arrived within " + PATIENCE.toMinutes() + " minutes.");
    }
  }

  private Map<UUID, Long> recorded() throws IOException {
    try {
      return recordedAfter(outcomes, firstSequence);
    } catch (SQLException failed) {
      throw new IOException("The outbox can't be read.", failed);
    }
  }

  private static Map<UUID, Long> recordedAfter(Connection outcomes, long sequence)
      throws SQLException {
    Map<UUID, Long> recorded = new HashMap<>();
    try (PreparedStatement query = outcomes.prepareStatement(RECORDED)) {
      query.setLong(1, sequence);
      try (var found = query.executeQuery()) {
        while (found.next()) {
          recorded.put(found.getObject(1, UUID.class), found.getLong(2));
        }
      }
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
