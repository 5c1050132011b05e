package org.daybridge.kit.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outbox as its relay sees it, over the relay's own connection. */
final class OutboxRows {
  private static final long LOCK = 0x6f7574626f78L;
  private static final int TRIES = 5;

  private final Connection connection;

  OutboxRows(Connection connection) {
    this.connection = connection;
  }

  record Row(
      long seq,
      UUID eventId,
      UUID organizationId,
      String type,
      int version,
      UUID key,
      UUID aggregateId,
      long aggregateVersion,
      @Nullable UUID patientId,
      @Nullable UUID episodeId,
      Instant occurredAt,
      Instant recordedAt,
      UUID correlationId,
      @Nullable UUID causationId,
      UUID actorId,
      int labels,
      String payload) {}

  /** Whether this connection is the one relay of the service. */
  boolean lock() throws SQLException {
    try (PreparedStatement ask = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      ask.setLong(1, LOCK);
      try (ResultSet answer = ask.executeQuery()) {
        answer.next();
        return answer.getBoolean(1);
      }
    }
  }

  void listen() throws SQLException {
    try (Statement listen = connection.createStatement()) {
      listen.execute("listen daybridge_outbox");
    }
  }

  /** The oldest rows to send, none of a key that a row before it blocks. */
  List<Row> pending(int most) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from outbox o where published_at is null and blocked_at is null"
                + " and not exists (select 1 from outbox b where b.key = o.key and b.seq < o.seq"
                + " and b.blocked_at is not null) order by seq limit ?")) {
      select.setInt(1, most);
      List<Row> rows = new ArrayList<>();
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(row(found));
        }
      }
      return rows;
    }
  }

  /** How many rows can't be sent at all; each holds back its key until a person looks. */
  long blocked() throws SQLException {
    try (Statement ask = connection.createStatement();
        ResultSet answer =
            ask.executeQuery("select count(*) from outbox where blocked_at is not null")) {
      answer.next();
      return answer.getLong(1);
    }
  }

  void mark(RelayProducer.Sent outcome) throws SQLException {
    update(
        "update outbox set published_at = clock_timestamp(), attempts = attempts + 1 where seq ="
            + " any(?)",
        outcome.acknowledged());
    update("update outbox set attempts = attempts + 1 where seq = any(?)", outcome.failed());
    update(
        "update outbox set attempts = attempts + 1, blocked_at = case when attempts + 1 >= "
            + TRIES
            + " then clock_timestamp() end where seq = any(?)",
        outcome.unsendable());
  }

  private void update(String sql, List<Long> seqs) throws SQLException {
    if (seqs.isEmpty()) {
      return;
    }
    Array ids = connection.createArrayOf("bigint", seqs.toArray());
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setArray(1, ids);
      update.executeUpdate();
    } finally {
      ids.free();
    }
  }

  private static Row row(ResultSet found) throws SQLException {
    return new Row(
        found.getLong("seq"),
        found.getObject("event_id", UUID.class),
        found.getObject("organization_id", UUID.class),
        found.getString("type"),
        found.getInt("version"),
        found.getObject("key", UUID.class),
        found.getObject("aggregate_id", UUID.class),
        found.getLong("aggregate_version"),
        found.getObject("patient_id", UUID.class),
        found.getObject("episode_id", UUID.class),
        found.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        found.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        found.getObject("correlation_id", UUID.class),
        found.getObject("causation_id", UUID.class),
        found.getObject("actor_id", UUID.class),
        found.getInt("labels"),
        found.getString("payload"));
  }
}
